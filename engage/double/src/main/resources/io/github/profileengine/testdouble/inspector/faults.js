// What goes wrong on purpose, and what became of it.
import { change, get } from './api.js';
import { button, empty, failure, field, fill, h, shown } from './dom.js';
import { listen, paced } from './live.js';
import { profileName } from './outcomes.js';
import { counted, plural, value } from './values.js';
import { pretty } from './json.js';

/** @type {{kind: string, says: string, fields: Object<string, [string, number]>}[]} */
const RULES = [
    {
        kind: 'status', says: 'answers an error, applies nothing',
        fields: { status: ['Status', 503], retry_after_seconds: ['Retry-After, s', 1] },
    },
    { kind: 'cut_before', says: 'ends the connection, applies nothing', fields: {} },
    { kind: 'cut_after', says: 'applies, then ends the connection without an answer', fields: {} },
    { kind: 'cut_inside', says: 'applies, then answers half', fields: {} },
    { kind: 'delay', says: 'applies, and answers late', fields: { millis: ['Milliseconds', 2000] } },
    { kind: 'slow_body', says: 'applies, and answers byte by byte', fields: { millis: ['Milliseconds', 50] } },
];

/** @type {[string, string][]} */
const DISTURBANCES = [
    ['duplicate', 'applies some updates twice'],
    ['drop', 'loses some updates'],
    ['reorder', 'applies some updates after later ones'],
    ['delay', 'holds some updates back'],
];

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function faultsView(root) {
    const view = new Faults(root);
    const stops = [listen('status', paced(() => view.fetch(), 500)), listen('resync', () => view.fetch())];
    return { show: () => view.fetch(), leave: () => stops.forEach((stop) => stop()) };
}

class Faults {
    /** @param {HTMLElement} root */
    constructor(root) {
        /** @type {any} */
        this.plan = {};
        // How often the plan was set here: what was asked for before is of an older one.
        this.changes = 0;
        this.unreachable = false;
        this.rules = h('div.switches');
        this.redelivery = h('div.switches');
        this.whole = h('div');
        this.told = h('div', { role: 'status' });
        this.divergence = h('div');
        root.append(h('div.page', null,
            h('h1', null, 'Faults'),
            h('p', null, 'Let things go wrong on purpose, from the next request on, and see if your program copes.'),
            this.told,
            h('section', { 'aria-label': 'Requests' }, h('h2', null, 'Requests'), this.rules),
            h('section', { 'aria-label': 'Redelivery' }, h('h2', null, 'Redelivery'),
                h('p.muted', null, 'Each for a tenth of the updates. The SDK is answered as if nothing had happened.'),
                this.redelivery),
            this.whole,
            h('section', { 'aria-label': 'Divergence' }, h('h2', null, 'Divergence'), this.divergence)));
    }

    async fetch() {
        const { changes } = this;
        try {
            const plan = await get('/faults');
            // A plan that was set elsewhere is drawn; what somebody is typing into stays while it is the same.
            if (changes === this.changes && pretty(plan) !== pretty(this.plan)) {
                this.draw(plan);
            }
            this.unreachable && fill(this.told);
            this.unreachable = false;
        } catch (problem) {
            this.unreachable = true;
            fill(this.told, failure(problem));
        }
        this.report();
    }

    /** @param {any} plan */
    async set(plan) {
        this.changes++;
        try {
            this.draw(await change('PUT', '/faults', plan));
            fill(this.told);
        } catch (problem) {
            // The rule is the one that was just changed.
            fill(this.told, failure(problem instanceof Error
                ? problem.message.replace(/^rules\[\d+\]\.(\w+), not /, '$1 must be ') : problem));
            this.draw(this.plan);
        }
    }

    /** @param {any} plan */
    draw(plan) {
        this.plan = plan;
        const rules = plan.rules ?? [];
        const redelivery = plan.redelivery ?? {};
        fill(this.rules, RULES.map((rule) => this.ruleRow(rule, rules)));
        fill(this.redelivery, DISTURBANCES.map(([kind, says]) => toggle(kind, says, redelivery[kind] > 0, (on) => {
            const its = { ...redelivery, [kind]: on ? 0.1 : 0 };
            const any = DISTURBANCES.some(([name]) => its[name] > 0);
            this.set({ ...plan, redelivery: any ? its : undefined });
        })));
        fill(this.whole, h('details.section', null, h('summary', null, 'The whole plan'),
            h('pre', { tabindex: 0, role: 'region', 'aria-label': 'The whole plan' }, shown(pretty(plan), true))),
        button('Let nothing go wrong', async () => {
            this.changes++;
            try {
                this.draw(await change('DELETE', '/faults'));
                fill(this.told);
            } catch (problem) {
                fill(this.told, failure(problem));
            }
        }));
    }

    /**
     * @param {typeof RULES[number]} rule
     * @param {any[]} rules
     */
    ruleRow(rule, rules) {
        const its = rules.find((one) => one.kind === rule.kind);
        const inputs = Object.entries(rule.fields).map(([name, [label, usual]]) => {
            const input = /** @type {HTMLInputElement} */ (
                h('input', { type: 'number', min: 0, placeholder: usual, value: its ? its[name] ?? '' : usual }));
            input.addEventListener('change', () => its && put(true));
            return { name, input, control: field(label, input) };
        });
        const put = (/** @type {boolean} */ on) => {
            const values = Object.fromEntries(inputs.map(({ name, input }) =>
                [name, input.value === '' ? undefined : Number(input.value)]));
            const changed = { ...its, kind: rule.kind, ...values };
            // A plan may have more of the kind, and the first that strikes decides: what is changed keeps its place.
            const all = its ? rules.map((one) => (one === its ? changed : one)) : [...rules, changed];
            this.set({ ...this.plan, rules: on ? all : rules.filter((one) => one.kind !== rule.kind) });
        };
        const row = toggle(rule.kind, rule.says, its !== undefined, put);
        row.append(...inputs.map(({ control }) => control));
        return row;
    }

    async report() {
        try {
            this.drawReport(await get('/faults/report'));
        } catch (problem) {
            fill(this.divergence, failure(problem));
        }
    }

    /** @param {any} report */
    drawReport(report) {
        const disturbed = Object.entries(report.disturbed).filter(([, count]) => Number(count) > 0);
        if (disturbed.length === 0 && report.profiles.length === 0) {
            fill(this.divergence, empty('Nothing was disturbed.',
                'Switch a redelivery on, send updates, and see here which profiles would have been others.'));
            return;
        }
        fill(this.divergence,
            h('p', null, `Of ${plural(report.updates, 'update')}: `,
                disturbed.map(([kind, count]) => `${kind} ${count}`).join(', '),
                `. ${counted(report.divergent_profiles, 'profile differs', 'profiles differ')}`,
                ' from a run without faults.'),
            report.held > 0 && h('p', null, `${plural(report.held, 'update')} still held back. `,
                button('Apply them', async () => {
                    await change('POST', '/faults/release').catch((problem) => fill(this.told, failure(problem)));
                    this.report();
                })),
            report.profiles.slice(0, 50).map(divergent),
            report.profiles.length > 50 && h('p.muted', null, `The first 50 of ${report.profiles.length} are shown.`));
    }
}

/**
 * @param {string} name
 * @param {string} says
 * @param {boolean} on
 * @param {(on: boolean) => void} set
 */
function toggle(name, says, on, set) {
    const box = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', role: 'switch', checked: on }));
    box.addEventListener('change', () => set(box.checked));
    return h('div.switch', null, h('label', null, box, ' ', h('code', null, name), ' ', h('span.muted', null, says)));
}

/** @param {any} profile */
function divergent(profile) {
    const id = profile.$group_key === undefined
        ? { token: profile.$token, distinct_id: profile.$distinct_id }
        : { token: profile.$token, group_key: profile.$group_key, group_id: profile.$group_id };
    const missing = h('span.muted', null, 'not there');
    return h('section.card', null, h('h3', null, profileName(id)),
        profile.state !== 'differs' && h('p', null, profile.state === 'only_clean'
            ? 'It would be there without the faults.' : 'It would not be there without the faults.'),
        h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Values' }, h('table', null,
            h('thead', null, h('tr', null, ['Property', 'Without faults', 'With faults', 'Because of']
                .map((its) => h('th', { scope: 'col' }, its)))),
            h('tbody', null, profile.properties.map((/** @type {any} */ its) => h('tr', null,
                h('th', { scope: 'row' }, shown(its.property)),
                h('td', null, 'clean' in its ? value(its.clean) : missing.cloneNode(true)),
                h('td', null, 'disturbed' in its ? value(its.disturbed) : missing.cloneNode(true)),
                h('td', null, its.blame.map((/** @type {any} */ one) =>
                    (one.operator ? `${one.kind} of ${one.operator}` : one.kind)).join(', '))))))));
}
