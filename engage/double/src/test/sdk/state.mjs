// Writes a state file with many profiles, in the format of docs/FILES.md.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const PLANS = ['free', 'pro', 'team'];

/** The profiles are users of "shop", from user-0000000 on. At most ten million are possible. */
export async function writeState(name, profiles) {
    const file = createWriteStream(name);
    const whole = createHash('sha256');
    let sum = 0n;
    const write = async (line) => {
        whole.update(`${line}\n`);
        return file.write(`${line}\n`) || once(file, 'drain');
    };
    await write('{"$state":"profile-engine","version":1}');
    for (let number = 0; number < profiles; number++) {
        const line = `{"$token":"shop","$distinct_id":"user-${String(number).padStart(7, '0')}","$properties":`
            + `{"$name":"User ${number}","plan":"${PLANS[number % 3]}","seats":${number % 50}}}`;
        sum += BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
        await write(line);
    }
    const hash = BigInt.asUintN(256, sum).toString(16).padStart(64, '0');
    await write(`{"$end":{"aliases":0,"profiles":${profiles},"state_hash":"${hash}"}}`);
    file.end(`{"$sha256":"${whole.digest('hex')}"}\n`);
    await once(file, 'finish');
}
