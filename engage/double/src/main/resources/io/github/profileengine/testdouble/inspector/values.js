// Shows values to people.
import { h, shown } from './dom.js';
import { pretty } from './json.js';

const LONG = 400;
/** Matches strings that look like a value of another type. */
const AMBIGUOUS = /^(-?[0-9.]+([eE][-+]?[0-9]+)?|true|false|null|\[.*\]|\{.*\}|".*")$/s;

/**
 * The type of a value, in one word.
 * @param {any} value
 * @returns {'text' | 'number' | 'boolean' | 'list' | 'object' | 'null'}
 */
export function typeOf(value) {
    if (value === null) {
        return 'null';
    }
    if (Array.isArray(value)) {
        return 'list';
    }
    switch (typeof value) {
        case 'string':
            return 'text';
        case 'boolean':
            return 'boolean';
        case 'object':
            return 'object';
        default:
            return 'number';
    }
}

/**
 * Shows a value. Strings appear as they are, or in quotes if they look like another type. Lists and objects appear as
 * JSON.
 * @param {any} value
 * @param {Set<string>} [unfolded] the names of what is shown unfolded although it is long
 * @param {string} [name]
 */
export function value(value, unfolded, name) {
    const type = typeOf(value);
    if (type === 'text' && AMBIGUOUS.test(value)) {
        return h('span.value.is-text', { title: 'a text' }, '"', long(value, false, LONG, unfolded, name), '"');
    }
    const text = type === 'text' ? value : pretty(value);
    return h(`span.value.is-${type}`, null, long(text, type === 'list' || type === 'object', LONG, unfolded, name));
}

/**
 * Shows a text. A very long text is shortened, with a button that shows all of it.
 * @param {string} text
 * @param {boolean} [lines]
 * @param {number} [most]
 * @param {Set<string>} [unfolded]
 * @param {string} [name]
 */
export function long(text, lines = false, most = LONG, unfolded = new Set(), name = '') {
    if (text.length <= most + 50 || unfolded.has(name)) {
        return shown(text, lines);
    }
    // Do not cut a surrogate pair: half of it would be shown as an invisible character.
    const end = /[\ud800-\udbff]/.test(text[most - 1]) ? most - 1 : most;
    const out = h('span', null, shown(text.slice(0, end), lines), ' ');
    const more = h('button.small', { type: 'button' }, `… all ${text.length.toLocaleString('en')} characters`);
    more.addEventListener('click', () => {
        unfolded.add(name);
        out.replaceChildren(shown(text, lines));
    });
    out.append(more);
    return out;
}

/**
 * A block of text.
 * @param {string} text
 * @param {string} label the label for screen readers
 */
export function block(text, label) {
    return h('pre', { tabindex: 0, role: 'region', 'aria-label': label }, long(text, true, 20_000));
}

/**
 * Decodes base64.
 * @param {string} base64
 */
export function bytes(base64) {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * Shows bytes as text if they are UTF-8, else as hexadecimal numbers.
 * @param {Uint8Array} content
 * @param {string} label
 */
export function content(content, label) {
    if (content.length === 0) {
        return h('p.muted', null, 'No bytes.');
    }
    try {
        return block(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content), label);
    } catch {
        return block(hex(content), `${label}, in hexadecimal`);
    }
}

/** @param {Uint8Array} content */
export function hex(content) {
    const lines = [];
    for (let at = 0; at < content.length; at += 16) {
        const row = [...content.slice(at, at + 16)];
        const numbers = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
        const letters = row.map((byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
        lines.push(`${at.toString(16).padStart(6, '0')}  ${numbers.padEnd(47)}  ${letters}`);
    }
    return lines.join('\n');
}

/**
 * A changed property, with its values before and after.
 * @param {{property: string, kind: string, before?: any, after?: any}} change
 */
export function changeRow(change) {
    return h('tr', { class: `is-${change.kind.toLowerCase()}` },
        h('th', { scope: 'row' }, shown(change.property)),
        h('td.before', null, change.kind === 'ADDED' ? h('span.muted', null, 'not there') : value(change.before)),
        h('td.after', null, change.kind === 'REMOVED' ? h('span.muted', null, 'gone') : value(change.after)));
}

/**
 * A table of changes.
 * @param {{property: string, kind: string, before?: any, after?: any}[]} changes
 * @param {string[]} [head]
 */
export function changeTable(changes, head = ['Property', 'Before', 'After']) {
    return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Changes' }, h('table.changes', null,
        h('thead', null, h('tr', null, head.map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', null, changes.map(changeRow))));
}

/**
 * The time of day in UTC, as all times of the double are, after the date if that is not today's. The complete time is
 * a tooltip.
 * @param {string} iso
 */
export function time(iso) {
    const date = new Date(iso);
    const [day, hour] = Number.isNaN(date.getTime()) ? ['', iso] : date.toISOString().split('T');
    const isToday = day === new Date().toISOString().split('T')[0];
    return h('time', { datetime: iso, title: iso }, day === '' || isToday ? hour : `${day} ${hour}`);
}

/**
 * A count with its noun.
 * @param {number | bigint} count
 * @param {string} one
 * @param {string} more
 */
export function counted(count, one, more) {
    return `${count.toLocaleString('en')} ${Number(count) === 1 ? one : more}`;
}

/**
 * A count with a noun whose plural ends in s.
 * @param {number | bigint} count
 * @param {string} one
 */
export function plural(count, one) {
    return counted(count, one, `${one}s`);
}
