// The view of injected faults and their effects.
import { change, get } from './api.js';
import { button, empty, failure, field, fill, h, redraw, shown } from './dom.js';
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

/** Its controls are created only once, because the user may be using one while an answer of the double arrives. */
class Faults {
    /** @param {HTMLElement} root */
    constructor(root) {
        /**
         * The plan that the double sent last; null before the first answer.
         * @type {any}
         */
        this.plan = null;
        // Counts the changes of the plan made here. An answer to a request from before the last change is outdated.
        this.changes = 0;
        // How many of these changes are not answered yet. An answer to a request sent meanwhile may be outdated, too.
        this.pending = 0;
        this.last = Promise.resolve();
        this.unreachable = false;
        this.switches = [...RULES.map((rule) => this.ruleSwitch(rule)),
            ...DISTURBANCES.map(([kind, says]) => this.redeliverySwitch(kind, says))];
        const elements = this.switches.map((its) => its.element);
        this.text = h('pre', { tabindex: 0, role: 'region', 'aria-label': 'The whole plan' });
        this.told = h('div', { role: 'status' });
        this.controls = h('div', { hidden: true },
            h('section', { 'aria-label': 'Requests' }, h('h2', null, 'Requests'),
                h('div.switches', null, elements.slice(0, RULES.length))),
            h('section', { 'aria-label': 'Redelivery' }, h('h2', null, 'Redelivery'),
                h('p.muted', null, 'A switch turned on here affects about one in ten updates that the plan covers. ',
                    'The SDK is answered as if nothing had happened.'),
                h('div.switches', null, elements.slice(RULES.length))),
            h('details.section', null, h('summary', null, 'The whole plan'), this.text),
            button('Let nothing go wrong', () => this.act(() => change('DELETE', '/faults'))));
        this.divergence = h('div');
        root.append(h('div.page', null,
            h('h1', null, 'Faults'),
            h('p', null, 'Let things go wrong on purpose, from the next request on, and see if your program copes.'),
            this.told,
            this.controls,
            h('section', { 'aria-label': 'Divergence' }, h('h2', null, 'Divergence'), this.divergence)));
    }

    async fetch() {
        const { changes, pending } = this;
        try {
            const plan = await get('/faults');
            if (pending === 0 && changes === this.changes && pretty(plan) !== pretty(this.plan)) {
                this.plan = plan;
                this.draw();
            }
            this.unreachable && fill(this.told);
            this.unreachable = false;
        } catch (problem) {
            this.unreachable = true;
            fill(this.told, failure(problem));
        }
        this.report();
    }

    /**
     * Changes the plan after all earlier changes have been answered, and from the state that they led to.
     * @param {(plan: any) => any} changed
     */
    set(changed) {
        this.act(() => change('PUT', '/faults', changed(this.plan)));
    }

    /** @param {() => Promise<any>} ask sends a change; resolves to the plan after it */
    act(ask) {
        const mine = ++this.changes;
        this.pending++;
        this.last = this.last.then(async () => {
            try {
                this.plan = await ask();
                fill(this.told);
            } catch (problem) {
                // Do not name the rule: it is the one that was just changed.
                fill(this.told, failure(problem instanceof Error
                    ? problem.message.replace(/^rules\[\d+\]\.(\w+), not /, '$1 must be ') : problem));
            }
            this.pending--;
            // If the user has made another change since, its request follows and will draw.
            mine === this.changes && this.draw();
        });
    }

    draw() {
        this.controls.hidden = false;
        this.switches.forEach((its) => its.show(this.plan));
        const text = pretty(this.plan);
        redraw(this.text, text, () => [shown(text, true)]);
    }

    /** @param {typeof RULES[number]} rule */
    ruleSwitch({ kind, says, fields }) {
        const find = (/** @type {any} */ plan) => plan.rules?.find((/** @type {any} */ one) => one.kind === kind);
        const inputs = Object.entries(fields).map(([name, [label, usual]]) =>
            ({ name, usual, number: numberField(label, usual, () => find(this.plan) && put(true)) }));
        const put = (/** @type {boolean} */ on) => {
            const values = Object.fromEntries(inputs.map(({ name, number }) => [name, number.value()]));
            this.set((plan) => {
                const rules = plan.rules ?? [];
                const its = find(plan);
                const changed = { ...its, kind, ...values };
                // A plan may have more rules of this kind, and the first that strikes counts: the changed rule keeps
                // its place.
                const all = its ? rules.map((/** @type {any} */ one) => (one === its ? changed : one))
                    : [...rules, changed];
                return { ...plan, rules: on ? all : rules.filter((/** @type {any} */ one) => one.kind !== kind) };
            });
        };
        const { box, element } = toggle(kind, says, put);
        element.append(...inputs.map(({ number }) => number.element));
        let was = false;
        return {
            element,
            /** @param {any} plan */
            show(plan) {
                const its = find(plan);
                box.checked = its !== undefined;
                // Keep numbers that were typed while the switch is off: they are for when it is switched on.
                if (its || was) {
                    inputs.forEach(({ name, usual, number }) => number.show(its ? its[name] ?? '' : usual));
                }
                was = box.checked;
            },
        };
    }

    /**
     * @param {string} kind
     * @param {string} says
     */
    redeliverySwitch(kind, says) {
        const { box, element } = toggle(kind, says, (on) => this.set((plan) => {
            const its = { ...plan.redelivery, [kind]: on ? 0.1 : 0 };
            const any = DISTURBANCES.some(([name]) => its[name] > 0);
            return { ...plan, redelivery: any ? its : undefined };
        }));
        return {
            element,
            /** @param {any} plan */
            show(plan) {
                box.checked = plan.redelivery?.[kind] > 0;
            },
        };
    }

    async report() {
        try {
            const report = await get('/faults/report');
            redraw(this.divergence, report, () => this.reported(report));
        } catch (problem) {
            redraw(this.divergence, String(problem), () => [failure(problem)]);
        }
    }

    /** @param {any} report */
    reported(report) {
        const disturbed = Object.entries(report.disturbed).filter(([, count]) => Number(count) > 0);
        if (disturbed.length === 0 && report.profiles.length === 0) {
            return [empty('Nothing was disturbed.',
                'Switch a redelivery on, send updates, and see here which profiles differ from a run without faults.')];
        }
        return [
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
            report.profiles.length > 50 && h('p.muted', null, `The first 50 of ${report.profiles.length} are shown.`),
        ];
    }
}

/**
 * @param {string} name
 * @param {string} says
 * @param {(on: boolean) => void} set
 */
function toggle(name, says, set) {
    const box = /** @type {HTMLInputElement} */ (h('input', { type: 'checkbox', role: 'switch' }));
    box.addEventListener('change', () => set(box.checked));
    const label = h('label', null, box, ' ', h('code', null, name), ' ', h('span.muted', null, says));
    return { box, element: h('div.switch', null, label) };
}

/**
 * A number in a field. While the user is typing, a new value to show does not replace the text.
 * @param {string} label
 * @param {number} usual
 * @param {() => void} changed
 */
function numberField(label, usual, changed) {
    let writing = false;
    let last = String(usual);
    const input = /** @type {HTMLInputElement} */ (h('input', {
        type: 'number', min: 0, placeholder: usual, value: usual,
        input: () => {
            writing = true;
        },
        change: () => {
            writing = false;
            last = input.value;
            changed();
        },
        blur: () => {
            // The user left the field without a change.
            if (writing) {
                writing = false;
                input.value = last;
            }
        },
    }));
    return {
        element: field(label, input),
        value: () => (input.value === '' ? undefined : Number(input.value)),
        /** @param {number | bigint | ''} number */
        show(number) {
            last = String(number);
            if (!writing) {
                input.value = last;
            }
        },
    };
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
