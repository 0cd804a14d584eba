// One profile: its properties, what wrote them, its history, and the profile at an earlier moment.
import { get, named, profileLink } from './api.js';
import { empty, failure, fill, h, redraw, shown } from './dom.js';
import { paced } from './live.js';
import { MomentBar, sinceThen } from './moment.js';
import { badge, recordLink, sdkName } from './outcomes.js';
import { changeTable, counted, time, typeOf, value } from './values.js';

const AUTOMATIC = new Set(['$created', '$last_seen', '$city', '$region', '$country_code', '$timezone', '$geo_source']);
/** @type {Object<string, string>} */
const TITLES = {
    text: 'Texts', number: 'Numbers', boolean: 'Yes or no', list: 'Lists', object: 'Objects', null: 'Null',
    automatic: 'Automatic',
};

/** The part of the page that shows a profile. */
export class ProfileDetail {
    constructor() {
        this.bar = new MomentBar();
        this.parts = parts();
        /** @type {Set<string>} the properties whose long texts are unfolded */
        this.unfolded = new Set();
        this.element = h('section.detail', { 'aria-label': 'Profile', tabindex: 0 });
        /** @type {any} */
        this.id = null;
        this.at = /** @type {string | null} */ (null);
        this.property = /** @type {string | null} */ (null);
        this.back = '';
        /** @type {Object<string, string>} */
        this.filters = {};
        this.look = new AbortController();
        this.again = paced(() => this.fetch(), 200);
    }

    /**
     * @param {any} id null for none
     * @param {URLSearchParams} parameters the request after which it is shown, and the property whose history is shown
     * @param {string} back the link to the list
     * @param {Object<string, string>} filters the filters of the list, which links keep
     */
    show(id, parameters, back, filters) {
        const at = parameters.get('at');
        const property = parameters.get('property');
        const same = JSON.stringify([id, at, property]) === JSON.stringify([this.id, this.at, this.property]);
        this.back = back;
        this.filters = filters;
        if (same && id !== null) {
            return;
        }
        if (JSON.stringify(id) !== JSON.stringify(this.id)) {
            this.element.scrollTop = 0;
            this.element.replaceChildren();
            // Another profile starts with nothing unfolded.
            this.parts = parts();
            this.unfolded = new Set();
            this.bar = new MomentBar();
        }
        this.id = id;
        this.at = at;
        this.property = property;
        if (id === null) {
            this.look.abort();
            fill(this.element, empty('Choose a profile.',
                'It opens to its properties, and to each update that made it.'));
            return;
        }
        this.fetch();
    }

    /** Fetches again. The past may change, too, for example when everything was forgotten. */
    refresh() {
        this.id !== null && this.again();
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
        const { filters, parts: { head, change, table, past }, property } = this;
        const { at, exists, id, known, more, properties, since, steps, writers } = timeline;
        timeline.link = (/** @type {any} */ to) => profileLink(id, { ...this.filters, ...to });
        if (this.bar.element.parentNode !== this.element) {
            fill(this.element, head, this.bar.element, change, table, past);
        }
        this.bar.draw(timeline);
        const { scrollTop } = this.element;
        redraw(head, [id, this.id, timeline.aliases, this.back], () => [
            this.backLink(),
            h('h2', null, shown(id.distinct_id ?? id.group_id), ' ',
                h('span.badge.calm', null, id.group_key === undefined ? 'user' : ['group ', shown(id.group_key)])),
            h('p.muted', null, 'in project ', shown(id.token)),
            aliases(timeline, this.id),
        ]);
        redraw(change, [since], () => [sinceThen(timeline)]);
        redraw(table, [id, at, exists, known, properties, writers, filters], () => [this.properties(timeline)]);
        redraw(past, [id, at, steps, more, property, filters], () => [this.steps(timeline)]);
        this.element.scrollTop = scrollTop;
    }

    /** @param {any} timeline */
    steps(timeline) {
        const { property } = this;
        const { at, link } = timeline;
        const steps = timeline.steps.filter((/** @type {any} */ its) => property === null || speaksOf(its, property));
        return [
            h('h3', null, 'Updates, newest first'),
            property !== null && h('p', null, 'Only those of ', h('code', null, shown(property)), '. ',
                h('a', { href: link({ at }) }, 'Show all of them')),
            steps.length === 0 && h('p.muted', null, 'The journal holds none',
                at === null ? '.' : ` up to request #${at}.`),
            h('ol.timeline', null, steps.map((/** @type {any} */ its) => step(its, link))),
            timeline.more && h('p.muted', null, `The latest ${timeline.steps.length} are shown.`),
        ];
    }

    /** @param {any} timeline */
    properties(timeline) {
        if (!timeline.exists) {
            return timeline.known && empty('There is no such profile.', timeline.at === null
                && 'It was deleted or never created; any updates sent to it are listed below.');
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
                timeline, this.unfolded),
        ];
    }

    close() {
        this.look.abort();
        this.id = null;
    }
}

/** The parts that are redrawn separately: the name, the changes since the moment, the properties, the updates. */
function parts() {
    return { head: h('div'), change: h('div'), table: h('div'), past: h('div') };
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
            h('summary', null, counted(chain.length, 'alias', 'aliases')),
            h('ul.chain', null, chain.map((/** @type {any} */ link) =>
                h('li', null, shown(link.alias), ' → ', shown(link.distinct_id))))),
    ];
}

/**
 * @param {[string, [string, any][]][]} groups titles, and properties with their values
 * @param {any} timeline
 * @param {Set<string>} unfolded
 */
function propertyTable(groups, timeline, unfolded) {
    const head = ['Property', 'Value', 'Last written by'];
    return h('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Properties' }, h('table.properties', null,
        h('thead', null, h('tr', null, head.map((name) => h('th', { scope: 'col' }, name)))),
        groups.map(([title, properties]) => h('tbody', null,
            h('tr.group', null, h('th', { colspan: 3, scope: 'rowgroup' }, title)),
            properties.map(([name, its]) => propertyRow(name, its, timeline, unfolded))))));
}

/**
 * @param {string} name
 * @param {any} its
 * @param {any} timeline
 * @param {Set<string>} unfolded
 */
function propertyRow(name, its, timeline, unfolded) {
    const { at, link, writers } = timeline;
    const writer = Object.hasOwn(writers, name) ? writers[name] : null;
    return h('tr', null,
        h('th', { scope: 'row' }, h('a.quiet', { href: link({ at, property: name }) }, shown(name))),
        h('td', null, value(its, unfolded, name)),
        h('td', null, writer ? [
            h('a', { href: recordLink(writer.request, writer.index) }, `#${writer.request}`), ' ',
            writer.operators.map((/** @type {string} */ operator) => [h('code', null, operator), ' ']),
            h('span.when', null, time(writer.time)),
        ] : h('span.muted', null, 'not in the journal')));
}

/**
 * Whether a step concerns a property. If a fault refused the whole request, nobody knows what it would have changed.
 * @param {any} step
 * @param {string} property
 */
function speaksOf(step, property) {
    return step.injected !== null && step.outcomes.length === 0
        || step.outcomes.some((/** @type {any} */ its) => its.property === property)
        || step.changes?.some((/** @type {any} */ its) => its.property === property);
}

/**
 * @param {any} step
 * @param {(to: any) => string} link
 */
function step(step, link) {
    const kept = ['IGNORED', 'REJECTED', 'UNCHANGED'];
    const stands = step.outcomes.filter((/** @type {any} */ its) => kept.includes(its.outcome));
    const operators = [...new Set(step.outcomes.map((/** @type {any} */ its) => its.operator).filter(Boolean))];
    // It may have changed something later.
    const isHeldBack = step.injected?.startsWith('held back');
    return h(`li${step.rejected ? '.tone-bad' : ''}`, null,
        h('p.step', null, h('a', { href: recordLink(step.request, step.index) }, `#${step.request}`), ' ',
            time(step.time), ' ',
            h('span.muted', null, sdkName(step.sdk)), ' ',
            operators.map((its) => [h('code', null, String(its)), ' ']),
            step.rejected && badge('rejected'), ' ',
            h('a.then', { href: link({ at: step.request }) }, 'as it was then')),
        step.injected !== null && h('p.muted', null, `A fault: ${step.injected}.`,
            step.changes?.length > 0 && ' Without it:'),
        step.changes === null && h('p.muted', null, 'What it changed is not known.'),
        step.changes?.length === 0 && !step.rejected && !isHeldBack && h('p.muted', null, 'It changed nothing.'),
        step.changes?.length > 0 && changeTable(step.changes),
        stands.map((/** @type {any} */ its) => h('p.why', null, badge(its.outcome), ' ',
            its.property !== null && [shown(its.property), ': '], shown(its.explanation))));
}
