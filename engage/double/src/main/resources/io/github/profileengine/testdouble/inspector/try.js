// A form that sends an update as an SDK would, and shows the result.
import { get } from './api.js';
import { button, failure, field, fill, h, select, shown } from './dom.js';
import { indented } from './json.js';
import { standing } from './live.js';
import { badge, updateCard } from './outcomes.js';
import { fetchRequest, troubles } from './request.js';
import { curl, packed, packings, record, samples } from './samples.js';
import { plural } from './values.js';

/** Matches the tokens in the JSON text of records. */
const TOKENS = /("\$token"\s*:\s*)"(?:[^"\\]|\\.)*"/g;

/**
 * The form, once it was shown. It outlives its view, so that what was written is still there after a look elsewhere.
 * @type {TryForm | null}
 */
let kept = null;

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function tryView(root) {
    const form = kept ??= new TryForm();
    root.append(form.element);
    return { show: (route) => form.begin(route), leave() {} };
}

/**
 * Whether a request was for groups. The first record decides, because the path may be an additional route. Only if that
 * record could not be read, the path decides.
 * @param {any} entry
 */
function isOfGroups({ target, updates }) {
    const profile = updates[0]?.profile;
    return profile ? profile.group_key !== undefined : /\/groups\/?(\?|$)/.test(target);
}

/**
 * The request just sent from here; null if it did not arrive. For a GET over plain HTTP, browsers do not send the page
 * that it comes from. Such a request is found by its target, which contains all that it sends. Others are told from
 * what was sent from here at the same time by their payload, the latest first.
 * @param {number} before the number of the last request before
 * @param {string} method
 * @param {string} path with the query
 * @param {string} text of the records
 * @returns {Promise<any>}
 */
async function sentSince(before, method, path, text) {
    const sdk = method === 'GET' ? '' : 'inspector';
    const { entries } = await get('/journal', { sdk, after: before, limit: 1000 });
    const alike = entries.filter((/** @type {any} */ its) => its.method === method && its.target === path).reverse();
    for (const { number } of alike) {
        const entry = await fetchRequest(number);
        // The end of a long payload is not fetched, and there is none where nothing could be read.
        if (alike.length === 1 || text.startsWith(entry.payload ?? '')) {
            return entry;
        }
    }
    return null;
}

class TryForm {
    constructor() {
        this.sample = samples[0];
        /** @type {typeof samples[number] | null} */
        this.chosen = null;
        /** The number of the request that the form was filled from; empty for none. */
        this.taken = '';
        /** Identifies what the user asked for last; an answer to anything earlier is ignored. */
        this.wish = {};
        this.written = '';
        this.kind = select([['/engage', 'a user (/engage)'], ['/groups', 'a group (/groups)']], '/engage',
            () => (this.text.value === this.written ? this.write() : this.drawCurl()));
        this.token = /** @type {HTMLInputElement} */ (h('input', { value: 'demo', spellcheck: 'false' }));
        this.token.addEventListener('change', () => this.rewrite());
        this.packing = select(packings, 'json', () => this.drawCurl());
        this.verbose = this.check('verbose: answer JSON');
        this.strict = this.check('strict: refuse what looks wrong');
        this.text = /** @type {HTMLTextAreaElement} */ (h('textarea', { rows: 10, spellcheck: 'false' }));
        this.text.addEventListener('input', () => this.drawCurl());
        this.operators = h('div.operators', { role: 'group', 'aria-label': 'Operator' });
        this.command = h('pre', { tabindex: 0, role: 'region', 'aria-label': 'The same as a curl command' });
        this.copied = h('span', { role: 'status' });
        this.result = h('div', { role: 'status' });
        this.element = h('div.page', null,
            h('h1', null, 'Try it'),
            h('p', null, 'Send an update as an SDK does, and see what it does and why.'),
            this.operators,
            h('form.try', {
                submit: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    this.send();
                },
            },
            h('div.filters', null, field('Of', this.kind), field('Project token', this.token),
                field('Sent as', this.packing)),
            field('Record, or a list of records', this.text),
            h('div.checks', null, this.verbose.label, this.strict.label),
            h('div.actions', null, h('button.primary', { type: 'submit' }, 'Send'),
                button('Copy as curl', () => this.copy()), this.copied)),
            this.result,
            h('details.section', null, h('summary', null, 'The same as a curl command'), this.command));
    }

    /** @param {string} label */
    check(label) {
        const box = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', change: () => this.drawCurl() }));
        return { box, label: h('label.check', null, box, ' ', label) };
    }

    /** @param {import('./app.js').Route} route an operator in its path, or as a parameter the request to start from */
    begin(route) {
        const sample = samples.find((its) => its.operator === route.parts[1]);
        const request = route.parameters.get('request');
        if (sample) {
            sample !== this.chosen && this.choose(sample);
        } else if (request && request !== this.taken) {
            this.take(request);
        }
        this.operators.hasChildNodes() || this.drawOperators();
        this.text.value === '' ? this.write() : this.drawCurl();
    }

    /** @param {typeof samples[number]} sample */
    choose(sample) {
        this.sample = sample;
        this.chosen = sample;
        this.taken = '';
        this.wish = {};
        this.drawOperators();
        if (!sample.group) {
            this.kind.value = '/engage';
        }
        fill(this.result);
        this.write();
    }

    /**
     * Starts from the payload of a request.
     * @param {string} number
     */
    async take(number) {
        this.chosen = null;
        const mine = this.wish = {};
        try {
            const entry = await get(`/journal/${encodeURIComponent(number)}`, { limit: 1 });
            if (mine !== this.wish) {
                return;
            }
            this.kind.value = isOfGroups(entry) ? '/groups' : '/engage';
            this.token.value = entry.tokens[0] ?? this.token.value;
            this.text.value = indented(entry.payload ?? '');
            this.taken = number;
            fill(this.result);
        } catch (problem) {
            mine === this.wish && fill(this.result, failure(problem));
        }
        this.drawCurl();
    }

    drawOperators() {
        const focused = this.operators.contains(document.activeElement);
        fill(this.operators, samples.map((sample) => button(sample.operator, () => {
            // At once, without waiting for the new address: the user may send right after this click.
            this.choose(sample);
            location.replace(`#/try/${encodeURIComponent(sample.operator)}`);
        }, { 'aria-pressed': String(sample === this.sample), title: sample.says, class: 'chip' })),
        h('span.muted', null, this.sample.says));
        focused && /** @type {HTMLElement | null} */ (this.operators.querySelector('[aria-pressed=true]'))?.focus();
    }

    write() {
        this.text.value = this.example();
        this.written = this.text.value;
        this.drawCurl();
    }

    example() {
        return record(this.sample, this.token.value, this.kind.value === '/groups');
    }

    /** Replaces the token, also in text that the user has edited. */
    rewrite() {
        if (this.text.value === this.written) {
            this.write();
            return;
        }
        const token = JSON.stringify(this.token.value);
        this.text.value = this.text.value.replace(TOKENS, (_, name) => name + token);
        this.drawCurl();
    }

    request() {
        const parameters = [this.verbose.box.checked && 'verbose=1', this.strict.box.checked && 'strict=1']
            .filter(Boolean).join('&');
        const path = (standing.status?.prefix ?? '') + this.kind.value + (parameters && `?${parameters}`);
        return packed(this.packing.value, path, this.text.value);
    }

    drawCurl() {
        fill(this.command, curl(this.request(), location.origin));
        fill(this.copied);
    }

    async copy() {
        try {
            await navigator.clipboard.writeText(curl(this.request(), location.origin));
            fill(this.copied, 'Copied.');
        } catch {
            fill(this.copied, 'The browser does not allow copying; copy the command below.');
        }
    }

    async send() {
        const { method, path, type, body } = this.request();
        const text = this.text.value;
        const mine = this.wish = {};
        try {
            const before = (await get('/journal', { order: 'newest', limit: 1 })).total;
            const response = await fetch(path, { method, body, headers: type ? { 'Content-Type': type } : {} });
            const answer = await response.text();
            const entry = await sentSince(before, method, path, text);
            mine === this.wish && this.show(response.status, answer, entry);
        } catch (problem) {
            mine === this.wish && fill(this.result, failure(problem instanceof TypeError
                ? 'The answer did not come: the double is gone, or a fault cut the connection.' : problem));
        }
    }

    /**
     * @param {number} status
     * @param {string} text
     * @param {any} entry
     */
    show(status, text, entry) {
        fill(this.result,
            h('h2', null, 'Answer'),
            h('p', null, 'Status ', h('strong', null, status), ' ', h('code', null, shown(text))),
            entry && [
                h('h2', null, 'What happened ', badge(entry.verdict)),
                troubles(entry),
                entry.updates.map((/** @type {any} */ update) => updateCard(update, entry.number)),
                entry.updates.length < entry.update_count
                    && h('p.muted', null,
                        `The first ${entry.updates.length} of ${plural(entry.update_count, 'record')}.`),
                h('p', null, h('a', { href: `#/requests/${entry.number}` }, `All of request #${entry.number}`)),
            ]);
        this.result.scrollIntoView({ block: 'nearest' });
    }
}
