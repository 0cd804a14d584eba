// One example of each operator.

/** @type {{operator: string, says: string, operand: any, group: boolean}[]} */
export const samples = [
    { operator: '$set', says: 'replaces each property', operand: { plan: 'pro', seats: 5 }, group: true },
    { operator: '$set_once', says: 'sets what is not there yet', operand: { first_login: '2026-01-31' }, group: true },
    { operator: '$add', says: 'adds to numbers', operand: { credits: 10, visits: -1 }, group: false },
    { operator: '$union', says: 'adds to lists what they lack', operand: { tags: ['beta', 'admin'] }, group: true },
    { operator: '$append', says: 'adds an element to a list', operand: { orders: { id: 17, total: 9 } }, group: false },
    { operator: '$remove', says: 'takes an element out of a list', operand: { tags: 'beta' }, group: true },
    { operator: '$unset', says: 'removes properties', operand: ['seats'], group: true },
    { operator: '$merge', says: 'merges keys into objects', operand: { address: { city: 'Köln' } }, group: false },
    { operator: '$delete', says: 'removes the profile', operand: '', group: true },
];

/**
 * The JSON text of a record.
 * @param {typeof samples[number]} sample
 * @param {string} token
 * @param {boolean} group
 */
export function record(sample, token, group) {
    const target = group
        ? { $token: token, $group_key: 'company', $group_id: 'acme' }
        : { $token: token, $distinct_id: 'user-1' };
    return JSON.stringify({ ...target, [sample.operator]: sample.operand }, null, 2);
}

/** The ways in which SDKs pack what they send. */
export const packings = /** @type {[string, string][]} */ ([
    ['json', 'POST, JSON (Go, Swift)'],
    ['form', 'POST, form with Base64 (Java, Android)'],
    ['form-json', 'POST, form with JSON (Python, browser)'],
    ['get', 'GET, Base64 in the query (Node)'],
]);

/** @param {string} text */
function base64(text) {
    // Byte by byte, because a single call with more than some hundred thousand arguments is an error.
    return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Packs a record into a request.
 * @param {string} packing
 * @param {string} path
 * @param {string} text of the record
 * @returns {{method: string, path: string, type?: string, body?: string}}
 */
export function packed(packing, path, text) {
    const query = path.includes('?') ? '&' : '?';
    switch (packing) {
        case 'get':
            return { method: 'GET', path: `${path}${query}data=${encodeURIComponent(base64(text))}` };
        case 'form':
        case 'form-json':
            return {
                method: 'POST', path, type: 'application/x-www-form-urlencoded',
                body: `data=${encodeURIComponent(packing === 'form' ? base64(text) : text)}`,
            };
        default:
            return { method: 'POST', path, type: 'application/json', body: text };
    }
}

/** @param {string} text */
function quoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The curl command that sends the same request.
 * @param {ReturnType<typeof packed>} request
 * @param {string} origin
 */
export function curl(request, origin) {
    const parts = ['curl', quoted(origin + request.path)];
    if (request.body !== undefined) {
        parts.push('-H', quoted(`Content-Type: ${request.type}`), '--data-binary', quoted(request.body));
    }
    return parts.join(' ');
}
