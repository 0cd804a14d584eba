/**
 * The command line tool {@code profile-engine}: arguments, files and messages around the engine and the JSON form. It
 * may import every module below it; nothing imports it. Start reading at
 * {@link io.github.profileengine.cli.ProfileEngineCommand}, and at {@code ApplyCommand} for what {@code apply} does.
 *
 * <p>Each command runs on one thread. Only demo traffic, the start of a browser and the shutdown have threads of their
 * own. Output goes only through {@code OutputFile} and {@code StandardError}, so that no failed write is missed and no
 * input can put control characters on a terminal.
 */
@NullMarked
package io.github.profileengine.cli;

import org.jspecify.annotations.NullMarked;
