// Shows the results of requests, records and operations.
import { profileLink } from './api.js';
import { h, shown } from './dom.js';
import { value } from './values.js';

/** @type {Object<string, string>} */
const TONES = {
    failed: 'bad', rejected: 'bad', ignored: 'warn', unchanged: 'calm', applied: 'good', converted: 'good',
    truncated: 'warn', received: 'info', added: 'good', removed: 'bad', changed: 'info',
};

/** @type {Object<string, string>} */
const SDKS = {
    inspector: 'Inspector', browser: 'JavaScript (browser)', node: 'Node', python: 'Python',
    'python-utils': 'Python utils', go: 'Go', android: 'Android', java: 'Java', ruby: 'Ruby', apple: 'Swift / iOS',
    unity: 'Unity', 'react-native': 'React Native', php: 'PHP', curl: 'curl', other: 'unknown',
};

/** Every SDK that the double recognizes: its word and its name. */
export const sdkChoices = /** @type {[string, string][]} */ (Object.entries(SDKS));

/** Every verdict on a request. */
export const verdicts = ['failed', 'rejected', 'ignored', 'unchanged', 'applied', 'received'];

/** @type {Object<string, string>} */
const REASONS = {
    ignored: 'at least one operation met a value that it cannot work on, and left it as it was.',
    unchanged: 'everything was already as it asks for.',
};
/** @type {Object<string, string>} */
const MEANINGS = {
    failed: 'Nothing of it was applied.',
    ignored: `Accepted, but ${REASONS.ignored}`,
    unchanged: `Accepted, and ${REASONS.unchanged}`,
    applied: 'Accepted and applied.',
    received: 'Taken. Events change no profile.',
};

/**
 * What the verdict on a request means. It follows from outcomes, which a record that a fault dropped has as well. That
 * record may be the rejected one.
 * @param {any} entry
 */
export function meaning({ verdict, event_count, injected }) {
    const disturbed = /\brecord \d/.test(injected ?? '');
    if (verdict === 'rejected') {
        const others = event_count > 0 ? 'the others were kept'
            : disturbed ? 'a fault kept some of the records from being applied as sent' : 'the others were applied';
        return `At least one record failed and changed nothing; ${others}.`;
    }
    if (!disturbed) {
        return MEANINGS[verdict];
    }
    const reason = REASONS[verdict];
    return `Accepted. A fault kept some of it from being applied as sent.${reason ? ` Without it, ${reason}` : ''}`;
}

/** @param {string} word */
export function sdkName(word) {
    return SDKS[word] ?? word;
}

/** @param {string} word a verdict or an outcome */
export function tone(word) {
    return `tone-${TONES[word.toLowerCase()] ?? 'calm'}`;
}

/** @param {string} word a verdict or an outcome */
export function badge(word) {
    const text = word.toLowerCase();
    return h(`span.badge.${TONES[text] ?? 'calm'}`, null, text);
}

/**
 * A link to a profile.
 * @param {{token: string, distinct_id?: string, group_key?: string, group_id?: string}} id
 */
export function profileName(id) {
    const name = id.group_key === undefined
        ? [shown(String(id.distinct_id))]
        : [shown(id.group_key), ' ', shown(String(id.group_id))];
    return h('a', { href: profileLink(id) }, ...name);
}

/**
 * The link to a record of a request.
 * @param {number} request
 * @param {number} index
 */
export function recordLink(request, index) {
    return `#/requests/${request}?record=${index + 1}`;
}

/**
 * A rule, with a link to the requests in which it decided an outcome.
 * @param {string} rule
 */
export function ruleLink(rule) {
    return h('a.quiet', { href: `#/requests?rule=${encodeURIComponent(rule)}`, title: 'All requests of this rule' },
        h('code', null, rule));
}

/**
 * A table of the outcomes of all operations, with their reasons.
 * @param {{operator: string | null, property: string | null, outcome: string, rule: string, explanation: string}[]}
 *     outcomes
 */
export function outcomeTable(outcomes) {
    if (outcomes.length === 0) {
        return h('p.muted', null, 'No operator acted on a property.');
    }
    const head = ['Operator', 'Property', 'Outcome', 'Rule and reason'];
    return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Outcomes' }, h('table.outcomes', null,
        h('thead', null, h('tr', null, head.map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', null, outcomes.map((its) => h('tr', { class: tone(its.outcome) },
            h('td', null, h('code', null, its.operator ?? 'record')),
            h('td', null, its.property === null ? h('span.muted', null, 'whole') : shown(its.property)),
            h('td', null, badge(its.outcome)),
            h('td', null, ruleLink(its.rule), h('div', null, shown(its.explanation))))))));
}

/**
 * A record and its result.
 * @param {any} update
 * @param {number} number the number of its request
 */
export function updateCard(update, number) {
    const operators = Object.keys(update.update ?? {}).filter((name) => update.update[name] !== null
        && typeof update.update[name] === 'object');
    return h(`section.card${update.rejected ? '.tone-bad' : ''}`, { id: `record-${update.index + 1}` },
        h('h4', null, h('a.quiet', { href: recordLink(number, update.index) }, `Record ${update.index + 1}`), ' ',
            update.rejected && badge('rejected'), ' ',
            update.profile && profileName(update.profile),
            update.token !== null && h('span.muted', null, ' in ', shown(update.token)),
            update.profile && [' ', h('a.then', { href: profileLink(update.profile, { at: number }) },
                'as it was then')]),
        operators.length > 0 && h('p.operands', null, operators.map((name) => h('span.operand', null,
            h('code', null, shown(name)), ' ', value(update.update[name])))),
        update.injected !== null && h('p.note', null, `A fault: ${update.injected}.`,
            update.outcomes.length > 0 && (update.injected === 'applied twice' ? ' The first time:' : ' Without it:')),
        outcomeTable(update.outcomes));
}

/**
 * An event and its result.
 * @param {any} event
 * @param {number} number the number of its request
 */
export function eventCard(event, number) {
    return h(`section.card${event.rejected ? '.tone-bad' : ''}`, { id: `record-${event.index + 1}` },
        h('h4', null, h('a.quiet', { href: recordLink(number, event.index) }, `Event ${event.index + 1}`), ' ',
            event.rejected ? badge('rejected') : shown(event.name)),
        event.message !== null && h('p', null, shown(event.message)),
        event.token !== null && event.distinct_id !== null && h('p', null, 'Of ',
            profileName({ token: event.token, distinct_id: event.distinct_id })),
        event.aliases.map((/** @type {any} */ alias) => h('p', null, 'Alias ', shown(alias.alias), ' → ',
            shown(alias.distinct_id), ' ', h('span.badge.calm', null, alias.result.toLowerCase()))),
        !event.rejected && h('p.operands', null, value(event.properties)));
}
