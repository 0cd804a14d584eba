// One profile: what it holds, who wrote that, how it came to be so, and as it was.
import { get, named, profileLink } from './api.js';
import { empty, failure, field, fill, h, shown } from './dom.js';
import { paced } from './live.js';
import { badge, sdkName } from './outcomes.js';
import { changeTable, plural, time, typeOf, value } from './values.js';

const AUTOMATIC = new Set(['$created', '$last_seen', '$city', '$region', '$country_code', '$timezone', '$geo_source']);
/** @type {Object<string, string>} */
const TITLES = {
    text: 'Texts', number: 'Numbers', boolean: 'Yes or no', list: 'Lists', object: 'Objects', null: 'Null',
    automatic: 'Automatic',
};

/** The part of the page that shows a profile. */
export class ProfileDetail {
    constructor() {
        this.element = h('section.detail', { 'aria-label': 'Profile' });
        /** @type {any} */
        this.id = null;
        this.at = /** @type {string | null} */ (null);
        this.back = '';
        this.look = new AbortController();
        this.again = paced(() => this.fetch(), 200);
    }

    /**
     * @param {any} id null for none
     * @param {string | null} at the request after which; null for now
     * @param {string} back where the list is
     */
    show(id, at, back) {
        const same = JSON.stringify(id) === JSON.stringify(this.id) && at === this.at;
        this.back = back;
        if (same && id !== null) {
            return;
        }
        this.id = id;
        this.at = at;
        if (id === null) {
            this.look.abort();
            fill(this.element, empty('Choose a profile.',
                'It opens to its properties, and to each update that made it.'));
            return;
        }
        this.fetch();
    }

    /** Looks again, if it shows what is there now. */
    refresh() {
        if (this.id !== null && this.at === null) {
            this.again();
        }
    }

    async fetch() {
        if (this.id === null) {
            return;
        }
        this.look.abort();
        const look = new AbortController();
        this.look = look;
        try {
            const timeline = await get('/timeline', { ...named(this.id), at: this.at }, look.signal);
            look.signal.aborted || this.draw(timeline);
        } catch (problem) {
            look.signal.aborted || fill(this.element, this.backLink(), failure(problem));
        }
    }

    backLink() {
        return h('a.back', { href: this.back }, '← All profiles');
    }

    /** @param {any} timeline */
    draw(timeline) {
        const { id, steps } = timeline;
        const { scrollTop } = this.element;
        fill(this.element,
            this.backLink(),
            h('h2', null, shown(id.distinct_id ?? id.group_id), ' ',
                h('span.badge.calm', null, id.group_key === undefined ? 'user' : ['group ', shown(id.group_key)])),
            h('p.muted', null, 'in project ', shown(id.token)),
            aliases(timeline, this.id),
            this.moment(timeline),
            this.properties(timeline),
            h('h3', null, 'Updates, newest first'),
            steps.length === 0 && h('p.muted', null, 'The journal holds none',
                timeline.at === null ? '.' : ` up to request #${timeline.at}.`),
            h('ol.timeline', null, steps.map((/** @type {any} */ its) => step(its, id))),
            timeline.more && h('p.muted', null, `The latest ${steps.length} are shown.`));
        this.element.scrollTop = scrollTop;
    }

    /** @param {any} timeline */
    moment(timeline) {
        const { id, at, base, doubt } = timeline;
        const number = /** @type {HTMLInputElement} */ (
            h('input', { type: 'number', min: 0, value: at ?? '', placeholder: 'now', inputmode: 'numeric' }));
        const go = () => {
            location.hash = profileLink(id, { at: number.value });
        };
        return h('form.moment', {
            submit: (/** @type {Event} */ event) => {
                event.preventDefault();
                go();
            },
        },
        field('As it was after request', number), h('button', { type: 'submit' }, 'Show'),
        at !== null && h('a', { href: profileLink(id) }, 'Back to now'),
        at !== null && h('p.note', null, timeline.known
            ? ['The profile as it was after request ', h('a', { href: `#/requests/${at}` }, `#${at}`),
                `, replayed from: ${base}. `, !timeline.exists && 'There was none.']
            : 'It is not known how the profile was then: the journal no longer holds what came before, and no fork '
                + 'is that old.'),
        doubt !== null && h('p.note', null, 'Take the changes below with care: ', shown(doubt), '.'));
    }

    /** @param {any} timeline */
    properties(timeline) {
        if (!timeline.exists) {
            return timeline.known && empty('There is no such profile.', timeline.at === null
                && 'It was deleted, or no update has made it yet; below is what was tried.');
        }
        /** @type {Object<string, [string, any][]>} */
        const groups = {};
        for (const [name, its] of Object.entries(timeline.properties)) {
            const group = AUTOMATIC.has(name) ? 'automatic' : typeOf(its);
            (groups[group] ??= []).push([name, its]);
        }
        const shownGroups = Object.keys(TITLES).filter((group) => groups[group]);
        return [
            h('h3', null, 'Properties ', h('span.muted', null, Object.keys(timeline.properties).length)),
            shownGroups.length === 0 && h('p.muted', null, 'It has none.'),
            shownGroups.length > 0 && propertyTable(
                shownGroups.map((group) => /** @type {[string, [string, any][]]} */ ([TITLES[group], groups[group]])),
                timeline.writers),
        ];
    }

    close() {
        this.look.abort();
    }
}

/**
 * @param {any} timeline
 * @param {any} asked
 */
function aliases(timeline, asked) {
    const { id } = timeline;
    const chain = timeline.aliases;
    return [
        asked.distinct_id !== undefined && asked.distinct_id !== id.distinct_id && h('p.note', null,
            shown(asked.distinct_id), ' is an alias of ', shown(id.distinct_id), ', which is shown.'),
        chain.length > 0 && h('details.section', { open: chain.length < 6 },
            h('summary', null, plural(chain.length, 'alias').replace('aliass', 'aliases')),
            h('ul.chain', null, chain.map((/** @type {any} */ link) =>
                h('li', null, shown(link.alias), ' → ', shown(link.distinct_id))))),
    ];
}

/**
 * @param {[string, [string, any][]][]} groups titles, and properties with their values
 * @param {Object<string, {request: number, index: number}>} writers
 */
function propertyTable(groups, writers) {
    const head = ['Property', 'Value', 'Last changed by'];
    return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Properties' }, h('table.properties', null,
        h('thead', null, h('tr', null, head.map((name) => h('th', { scope: 'col' }, name)))),
        groups.map(([title, properties]) => h('tbody', null,
            h('tr.group', null, h('th', { colspan: 3, scope: 'rowgroup' }, title)),
            properties.map(([name, its]) => propertyRow(name, its, writers))))));
}

/**
 * @param {string} name
 * @param {any} its
 * @param {Object<string, {request: number, index: number}>} writers
 */
function propertyRow(name, its, writers) {
    const writer = Object.hasOwn(writers, name) ? writers[name] : null;
    return h('tr', null, h('th', { scope: 'row' }, shown(name)), h('td', null, value(its)), h('td', null, writer
        ? h('a', { href: `#/requests/${writer.request}` }, `#${writer.request}`)
        : h('span.muted', null, 'not in the journal')));
}

/**
 * @param {any} step
 * @param {any} id
 */
function step(step, id) {
    const kept = ['IGNORED', 'REJECTED', 'UNCHANGED'];
    const stands = step.outcomes.filter((/** @type {any} */ its) => kept.includes(its.outcome));
    const operators = [...new Set(step.outcomes.map((/** @type {any} */ its) => its.operator).filter(Boolean))];
    return h(`li${step.rejected ? '.tone-bad' : ''}`, null,
        h('p.step', null, h('a', { href: `#/requests/${step.request}` }, `#${step.request}`), ' ', time(step.time), ' ',
            h('span.muted', null, sdkName(step.sdk)), ' ',
            operators.map((its) => [h('code', null, String(its)), ' ']),
            step.rejected && badge('rejected'), ' ',
            h('a.then', { href: profileLink(id, { at: step.request }) }, 'as it was then')),
        step.changes === null && h('p.muted', null, 'What it changed is not known.'),
        step.changes?.length === 0 && !step.rejected && h('p.muted', null, 'It changed nothing.'),
        step.changes?.length > 0 && changeTable(step.changes),
        stands.map((/** @type {any} */ its) => h('p.why', null, badge(its.outcome), ' ',
            its.property !== null && [shown(its.property), ': '], shown(its.explanation))));
}
