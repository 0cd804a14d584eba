// Doubles that a test starts and stops itself, with the launcher that the variable LAUNCHER names.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MILLIS = 120_000;

/** Whether there is a launcher. */
export const canLaunch = Boolean(process.env.LAUNCHER);

/** Starts a double as a process, at a port; port 0 means any. Returns its URL and a function that stops it. */
export async function launch(port, ...options) {
    const folder = mkdtempSync(join(tmpdir(), 'inspector-'));
    const file = join(folder, 'port');
    const child = spawn(process.env.LAUNCHER, ['serve', '--quiet', '--port', port, '--port-file', file, ...options],
        { stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = once(child, 'exit');
    const end = Date.now() + PATIENCE_MILLIS;
    while (!existsSync(file)) {
        assert.ok(child.exitCode === null && Date.now() < end, 'the double does not start');
        await pause(50);
    }
    return {
        url: `http://127.0.0.1:${readFileSync(file, 'utf8').trim()}`,
        async stop() {
            child.kill('SIGTERM');
            await ended;
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
