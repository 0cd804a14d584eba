// Sends requests to the admin routes, and parses their JSON without losing digits.
import { compact, parse } from './json.js';

/** The start of the path of every admin route. */
export const ROOT = '/__double';

/** An error answer of the double. */
export class Refusal extends Error {
    /**
     * @param {number} status
     * @param {string} message
     */
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

/**
 * A path with parameters. Parameters without a value are left out, except a property, whose name may be the empty
 * string.
 * @param {string} path
 * @param {Object<string, string | number | null | undefined>} parameters
 */
export function target(path, parameters = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== null && value !== undefined && (value !== '' || name === 'property')) {
            query.set(name, String(value));
        }
    }
    const text = query.toString();
    return path + (text ? `?${text}` : '');
}

/**
 * Opens a filtered view. If the user continues typing, the new text replaces the last history entry. So one press of
 * the back button undoes the whole text and not only a few letters.
 * @param {string} link
 * @param {boolean} typedOn
 */
export function goTo(link, typedOn) {
    if (typedOn) {
        location.replace(link);
    } else {
        location.hash = link;
    }
}

/**
 * Sends a request to an admin route and returns the parsed answer.
 * @param {string} method
 * @param {string} path below the root
 * @param {string} [body]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
async function ask(method, path, body, signal) {
    let response;
    try {
        response = await fetch(ROOT + path, { method, body, signal });
    } catch (problem) {
        throw signal?.aborted ? problem : new Error('The double does not answer. Is it still running?');
    }
    const text = await response.text();
    if (!response.ok) {
        let message = text;
        try {
            message = parse(text).error ?? text;
        } catch {
            // Not JSON: show the text as it is.
        }
        throw new Refusal(response.status, message || `status ${response.status}`);
    }
    return parse(text);
}

/**
 * @param {string} path
 * @param {Object<string, string | number | null | undefined>} [parameters]
 * @param {AbortSignal} [signal]
 */
export function get(path, parameters, signal) {
    return ask('GET', target(path, parameters), undefined, signal);
}

/**
 * @param {'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {any} [body]
 */
export function change(method, path, body) {
    return ask(method, path, body === undefined ? undefined : compact(body));
}

/**
 * The parameters that identify a profile.
 * @param {{token: string, distinct_id?: string, group_key?: string, group_id?: string}} id
 */
export function named(id) {
    const { token, distinct_id, group_key, group_id } = id;
    return { token, distinct_id, group_key, group_id };
}

/**
 * The link to a profile.
 * @param {{token: string, distinct_id?: string, group_key?: string, group_id?: string}} id
 * @param {Object<string, string | number | null | undefined>} [parameters]
 */
export function profileLink(id, parameters) {
    const parts = id.group_key === undefined ? [id.distinct_id] : [id.group_key, id.group_id];
    const path = [id.token, ...parts].map((part) => encodeURIComponent(String(part))).join('/');
    return target(`#/profiles/${path}`, parameters);
}
