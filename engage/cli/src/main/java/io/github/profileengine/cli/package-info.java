/**
 * The command line tool {@code profile-engine}: arguments, files and messages around the engine and the JSON form. It
 * may import every module below it; nothing imports it. Start reading at
 * {@link io.github.profileengine.cli.ProfileEngineCommand}, and at {@code ApplyCommand} for what {@code apply} does.
 *
 * <p>Everything here runs on one thread. Output goes through {@code OutputFile} and {@code StandardError} only, so that
 * a failed write is seen and no input can put control characters on a terminal.
 */
@NullMarked
package io.github.profileengine.cli;

import org.jspecify.annotations.NullMarked;
