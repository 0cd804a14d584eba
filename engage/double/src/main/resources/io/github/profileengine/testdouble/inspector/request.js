// Shows one request in full.
import { get, Refusal } from './api.js';
import { button, empty, failure, fill, h, plain, shown } from './dom.js';
import { indented } from './json.js';
import { badge, eventCard, meaning, sdkName, updateCard } from './outcomes.js';
import { block, bytes, content, hex, plural } from './values.js';

/** How many bytes of a body are fetched; it may have dozens of megabytes. */
const MOST_BYTES = 200_000;

/** How many records are fetched at a time; a request may have two thousand. */
const SHOWN = 100;

/**
 * Fetches a request with its first records, or with those around a wanted one.
 * @param {string | number} number
 * @param {number} [wanted] the record, counted from 1
 */
export async function fetchRequest(number, wanted = 1) {
    const first = Number.isSafeInteger(wanted) && wanted > 0 ? Math.floor((wanted - 1) / SHOWN) * SHOWN : 0;
    const entry = await part(number, first, MOST_BYTES);
    const beyond = first > 0 && first >= Math.max(entry.update_count, entry.event_count);
    return beyond ? part(number, 0, MOST_BYTES) : entry;
}

/**
 * @param {string | number} number
 * @param {number} offset
 * @param {number} most
 */
function part(number, offset, most) {
    return get(`/journal/${encodeURIComponent(number)}`, { bytes: most, offset, limit: SHOWN });
}

/** The part of the page that shows a request. */
export class RequestDetail {
    /**
     * @param {(number: number | string) => string} link the link to a request; for the empty string, to the list alone
     */
    constructor(link) {
        this.link = link;
        this.open = '';
        this.record = '';
        /** Whether the open request could not be fetched. */
        this.failed = false;
        // The failure that was shown last.
        this.told = '';
        this.element = h('section.detail', { 'aria-label': 'Request', tabindex: 0 });
    }

    /**
     * @param {string} open the number of the request; empty for none
     * @param {string} record the record to scroll to, counted from 1; empty for none
     */
    show(open, record) {
        if (open !== this.open || record !== this.record || open === '') {
            this.open = open;
            this.record = record;
            this.draw();
        }
    }

    /** Fetches again what could not be fetched. */
    retry() {
        this.failed && this.draw();
    }

    /** Updates links after the filters of the list have changed, because links keep the filters. */
    relink() {
        for (const link of this.element.querySelectorAll('[data-request]')) {
            link.setAttribute('href', this.link(link.getAttribute('data-request') ?? ''));
        }
    }

    async draw() {
        const { open, record } = this;
        if (open === '') {
            this.failed = false;
            fill(this.element, empty('Choose a request to see what it did.',
                'With the arrow keys and Enter, or with a click.'));
            return;
        }
        const back = () => h('a.back', { href: this.link(''), 'data-request': '' }, '← All requests');
        try {
            const entry = await fetchRequest(open, Number(record));
            if (open === this.open && record === this.record) {
                this.failed = false;
                fill(this.element, back(), requestDetail(entry, this.link));
                this.element.scrollTop = 0;
                this.point();
            }
        } catch (problem) {
            if (open === this.open && record === this.record) {
                // Show the same failure only once: the user may be focusing a link in it.
                const told = `${open} ${problem}`;
                if (!this.failed || told !== this.told) {
                    fill(this.element, back(), absence(open, problem));
                }
                this.failed = true;
                this.told = told;
            }
        }
    }

    /** Highlights the wanted record. */
    point() {
        const card = this.record && this.element.querySelector(`#record-${CSS.escape(this.record)}`);
        if (card) {
            card.classList.add('pointed');
            card.scrollIntoView({ block: 'center' });
        }
    }
}

/**
 * Explains why a request is not shown.
 * @param {string} open
 * @param {unknown} problem
 */
function absence(open, problem) {
    const missing = problem instanceof Refusal && (problem.status === 404 || !/^\d+$/.test(open));
    return missing
        ? empty(`There is no request #${plain(open)}.`, 'It has not come yet, or the journal keeps it no longer. ',
            h('a', { href: '#/requests' }, 'Show those that are there'), '.')
        : failure(problem);
}

/**
 * @param {any} entry the fetched request
 * @param {(number: number) => string} link the link to another request
 */
function requestDetail(entry, link) {
    const { number, answer } = entry;
    const unpacked = entry.unpacked !== entry.body || entry.unpacked_bytes !== entry.body_bytes;
    return [
        h('h2', null, h('span.method', null, entry.method), ' ', shown(entry.target.split('?')[0]), ' ',
            badge(entry.verdict)),
        h('p.neighbours', null, number > 1 && neighbour(number - 1, `← #${number - 1}`, link),
            h('span', null, `#${number}`), neighbour(number + 1, `#${number + 1} →`, link)),
        h('p', null, meaning(entry)),
        troubles(entry),
        facts(entry),
        entry.update_count > 0 && h('h3', null, 'What happened'),
        entry.event_count > 0 && h('h3', null, plural(entry.event_count, 'event')),
        cards(entry),
        h('h3', null, 'Decoded payload'),
        h('p', null,
            entry.update_count > 0
                && [h('a', { href: `#/try?request=${number}` }, 'Change it and send it again'), ' · '],
            h('a', { href: `/__double/journal/${number}` }, 'All of it as JSON')),
        payload(entry),
        bodySection(unpacked ? 'Body before unpacking' : 'Body', entry.body, entry.body_bytes),
        unpacked && bodySection('Body after unpacking', entry.unpacked, entry.unpacked_bytes),
        h('h3', null, 'Answer'),
        answer.status === 0
            ? h('p.note', null, 'None: the connection was cut.')
            : [h('p', null, 'Status ', h('strong', null, answer.status)), content(bytes(answer.body), 'Answer')],
        h('h3', null, 'Headers'),
        headers(entry.headers),
    ];
}

/**
 * A link to another request. It stores the number of the request, so that relink can update it for other filters.
 * @param {number} number
 * @param {string} text
 * @param {(number: number) => string} link
 */
function neighbour(number, text, link) {
    return h('a', { href: link(number), 'data-request': number }, text);
}

/**
 * The cards of the fetched records, and a button for the records after them.
 * @param {any} entry
 * @returns {HTMLElement}
 */
function cards(entry) {
    const { number, updates, events } = entry;
    const records = [...updates, ...events];
    const first = records[0]?.index ?? 0;
    const next = first + records.length;
    const rest = entry.update_count + entry.event_count - next;
    const out = h('div', null, first > 0 && h('p.muted', null, `From record ${first + 1} on.`),
        updates.map((/** @type {any} */ update) => updateCard(update, number)),
        events.map((/** @type {any} */ event) => eventCard(event, number)));
    const problems = h('div');
    const more = button(`… ${plural(rest, 'more record')}`, async () => {
        try {
            const its = cards(await part(number, next, 0));
            fill(problems);
            const focused = document.activeElement === more;
            more.replaceWith(its);
            focused && its.querySelector('a')?.focus({ preventScroll: true });
        } catch (problem) {
            fill(problems, failure(problem));
        }
    });
    rest > 0 && out.append(more, problems);
    return out;
}

/**
 * The fault of a request, and the fault that was injected into it.
 * @param {any} entry
 */
export function troubles({ fault, injected }) {
    return [
        fault !== null && fault !== injected && h('p.failure', null, shown(fault)),
        injected !== null && h('p.note', null, 'Affected by a ',
            h('a', { href: '#/faults' }, 'fault that was switched on'), ': ',
            shown(injected.replace(/^injected: /, '')), '.'),
    ];
}

/** @param {any} entry */
function facts(entry) {
    const query = entry.target.includes('?') ? entry.target.slice(entry.target.indexOf('?') + 1) : '';
    return h('dl.facts', null,
        fact('Received', [h('time', null, entry.time)]),
        fact('Sent by', [...sender(entry.sdk), h('span.muted', null, ' from '), shown(entry.remote_address)]),
        fact('Answered', [entry.answer.status === 0 ? 'not at all' : `${entry.answer.status} `,
            entry.answer.status !== 0 && entry.answer.text.length < 200 && h('code', null, shown(entry.answer.text))]),
        query !== '' && fact('Query', [shown(query.length > 300 ? `${query.slice(0, 300)}…` : query)]));
}

/** @param {string} sdk */
function sender(sdk) {
    return sdk === 'other' ? ['an unknown program']
        : [sdkName(sdk), h('span.muted', null, ' (guessed from the request)')];
}

/**
 * @param {string} name
 * @param {any[]} content
 */
function fact(name, content) {
    return h('div', null, h('dt', null, name), h('dd', null, ...content));
}

/** @param {any} entry */
function payload({ payload: text }) {
    if (text === null) {
        return h('p.muted', null, 'No payload could be read.');
    }
    if (text.length === MOST_BYTES) {
        return [h('p.muted', null, `The first ${plural(MOST_BYTES, 'character')}.`), block(text, 'Decoded payload')];
    }
    try {
        return block(indented(text), 'Decoded payload');
    } catch {
        return block(text, 'Decoded payload');
    }
}

/**
 * @param {string} title
 * @param {string} base64
 * @param {number} length the length of the complete body
 */
function bodySection(title, base64, length) {
    const content_ = bytes(base64);
    return h('details.section', null,
        h('summary', null, title, ' ', h('span.muted', null, plural(length, 'byte'),
            length > content_.length && `, of which the first ${content_.length.toLocaleString('en')} are shown`)),
        content(content_, title),
        content_.length > 0 && h('details', null, h('summary', null, 'In hexadecimal'),
            block(hex(content_), `${title}, in hexadecimal`)));
}

/** @param {Object<string, string[]>} all */
function headers(all) {
    return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Headers' }, h('table', null,
        h('tbody', null, Object.entries(all).flatMap(([name, values]) => values.map((value) =>
            h('tr', null, h('th', { scope: 'row' }, shown(name)), h('td', null, shown(value))))))));
}
