package io.github.profileengine.cli;

import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}: the version of the build, and the Java that runs it. */
final class ToolVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ToolVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "profile-engine " + (version == null ? "(not packaged)" : version),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
