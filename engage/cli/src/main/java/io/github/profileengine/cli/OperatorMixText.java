package io.github.profileengine.cli;

import io.github.profileengine.wire.workload.OperatorMix;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of {@code --mix}. */
final class OperatorMixText implements ITypeConverter<OperatorMix> {

    @Override
    public OperatorMix convert(String text) {
        try {
            return OperatorMix.parse(text);
        } catch (IllegalArgumentException noMix) {
            throw new TypeConversionException(String.valueOf(noMix.getMessage()));
        }
    }
}
