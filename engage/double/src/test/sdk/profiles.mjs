// Reads what a double holds in the way export tools do: through /api/query/engage.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MILLIS = 20_000;

/** The double's URL, which is the first argument of every script here. */
export function doubleUrl() {
    const url = process.argv[2];
    assert.ok(url, 'usage: node SCRIPT.mjs URL-OF-THE-DOUBLE');
    return url.replace(/\/$/, '');
}

export class Profiles {
    constructor(url, token) {
        this.url = url;
        this.token = token;
    }

    /** The properties of a user; undefined if there is no profile. */
    async user(id) {
        return this.#only({ distinct_id: id });
    }

    /** The properties of a group; undefined if there is no profile. */
    async group(key, id) {
        return this.#only({ data_group_id: key, distinct_id: id });
    }

    async #only(parameters) {
        const query = new URLSearchParams({ token: this.token, ...parameters });
        const response = await fetch(`${this.url}/api/query/engage?${query}`);
        const text = await response.text();
        assert.equal(response.status, 200, text);
        const answer = JSON.parse(text);
        assert.equal(answer.total, answer.results.length);
        assert.ok(answer.total <= 1, text);
        return answer.results[0]?.$properties;
    }
}

/** Reads until it gets what is expected. For calls that do not report when they are done. */
export async function eventually(read, expected) {
    const end = Date.now() + PATIENCE_MILLIS;
    let last = await read();
    while (!isEqual(last, expected) && Date.now() < end) {
        await pause(20);
        last = await read();
    }
    assert.deepEqual(last, expected);
}

function isEqual(actual, expected) {
    try {
        assert.deepEqual(actual, expected);
        return true;
    } catch {
        return false;
    }
}
