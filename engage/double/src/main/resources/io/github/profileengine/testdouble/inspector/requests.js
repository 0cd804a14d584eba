// The view of the requests, newest first, with one of them beside the list.
import { get, goTo, target } from './api.js';
import { button, empty, failure, field, fill, h, keepPlace, redraw, select, shown, turn, whenTyped } from './dom.js';
import { listen, paced, standing } from './live.js';
import { badge, sdkChoices, sdkName, tone, verdicts } from './outcomes.js';
import { projectChoice } from './projects.js';
import { RequestDetail } from './request.js';
import { plural, time } from './values.js';
import { VirtualList } from './virtual.js';

const PAGE = 100;
const FILTERS = ['token', 'verdict', 'sdk', 'rule', 'text'];

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function requestsView(root) {
    const view = new Requests(root);
    return { show: (route) => view.show(route), leave: () => view.leave() };
}

class Requests {
    /** @param {HTMLElement} root */
    constructor(root) {
        /** @type {Map<number, any[]>} */
        this.pages = new Map();
        /** @type {Set<number>} */
        this.asked = new Set();
        this.generation = 0;
        this.anchor = /** @type {number | null} */ (null);
        this.total = 0;
        this.refresh = paced(() => this.look(), 50);
        this.lookAbove = paced(() => this.lookForNews(), 300);
        /** @type {Object<string, string>} */
        this.filters = {};
        /** The filters of the rows that are shown; until an answer arrives, they are older than those above. */
        this.listed = this.filters;
        this.asking = new AbortController();
        this.wanted = '';
        this.open = '';
        this.run = standing.status?.run ?? '';
        // Whether the last fetch of the list failed.
        this.failed = false;
        /** How many requests were removed by resets. */
        this.forgotten = forgotten(standing.status);
        this.left = false;
        this.forgetTyped = () => false;
        this.list = new VirtualList('Requests, newest first', {
            at: (index) => this.row(index),
            draw: drawRow,
            tone: (row) => tone(row.verdict),
            key: (row) => String(row.number),
            open: (row) => {
                location.hash = this.link(row.number);
            },
        });
        this.filterBar = h('form.filters', { role: 'search', submit: (/** @type {Event} */ e) => e.preventDefault() });
        this.count = h('p.count', { role: 'status' });
        this.news = h('div.news');
        this.none = h('div');
        this.detail = new RequestDetail((number) => this.link(number));
        this.pane = h('div.split', null,
            h('section.side', { 'aria-label': 'Requests' }, h('h1', null, 'Requests'), this.filterBar, this.count,
                this.news, this.none, this.list.element),
            this.detail.element);
        root.append(this.pane);
        this.stops = [
            listen('requests', () => {
                this.list.atTop ? this.refresh() : this.lookAbove();
                this.detail.retry();
            }),
            listen('resync', () => this.resync()),
            listen('status', (status) => this.changed(status)),
        ];
    }

    /** @param {any} status */
    changed(status) {
        if (forgotten(status) !== this.forgotten) {
            this.forgotten = forgotten(status);
            this.refresh();
        }
        if (this.run !== '' && this.run !== status.run) {
            // Another double answers now. It does not know the request that is shown.
            this.refresh();
            this.detail.draw();
        }
        this.run = status.run;
    }

    /**
     * News during a gap was not reported. If the user has scrolled down, the list keeps its place, as with other news.
     */
    resync() {
        this.detail.retry();
        if (this.list.atTop || this.failed) {
            this.refresh();
            return;
        }
        // Visible rows that could not be fetched are requested again.
        this.list.draw();
        this.lookAbove();
    }

    /** Checks for newer requests that match the filters; the list stays where it is. */
    async lookForNews() {
        if (this.left || this.news.hasChildNodes()) {
            return;
        }
        const { generation, listed } = this;
        try {
            const { entries } = await get('/journal', { ...listed, order: 'newest', limit: 1 });
            const isNews = entries.some((/** @type {any} */ its) => its.number >= (this.anchor ?? 0));
            isNews && generation === this.generation && this.tellNews();
        } catch {
            // The next request, or the end of the gap, causes another check.
        }
    }

    /** @param {import('./app.js').Route} route */
    show(route) {
        const filters = Object.fromEntries(FILTERS.map((name) => [name, route.parameters.get(name) ?? '']));
        if (JSON.stringify(filters) !== JSON.stringify(this.filters)) {
            this.filters = filters;
            this.drawFilters();
            // At once: a refresh would wait for the answer to the filters before.
            this.look();
            this.detail.relink();
        }
        const open = route.parts[1] ?? '';
        if (open !== this.open) {
            this.open = open;
            this.list.select(open);
            turn(this.pane, open !== '', this.list.element, this.detail.element);
        }
        this.detail.show(open, route.parameters.get('record') ?? '');
    }

    drawFilters() {
        const typed = this.wanted === JSON.stringify(this.filters);
        this.wanted = '';
        // Controls stay while the user types in them. A change by a link or the back button redraws them.
        typed || keepPlace(this.filterBar, () => this.drawControls());
    }

    drawControls() {
        const text = /** @type {HTMLInputElement} */ (
            h('input', { type: 'search', value: this.filters.text, placeholder: 'id, property, path' }));
        this.forgetTyped();
        this.forgetTyped = whenTyped(text, 200, (its) => this.filter('text', its, this.filters.text !== ''));
        fill(this.filterBar,
            field('Text', text),
            field('Verdict', select([['', 'any'],
                ...verdicts.map((its) => /** @type {[string, string]} */ ([its, its]))], this.filters.verdict,
                (verdict) => this.filter('verdict', verdict))),
            field('SDK', select([['', 'any'], ...sdkChoices], this.filters.sdk, (sdk) => this.filter('sdk', sdk))),
            field('Project',
                projectChoice(this.filters.token, (token) => this.filter('token', token), 'any project')),
            this.filters.rule !== '' && h('p.wide', null, 'Only those of rule ',
                h('code', null, shown(this.filters.rule)), ' ',
                button('Any rule', () => this.filter('rule', ''), { class: 'small' })));
    }

    /**
     * @param {string} name
     * @param {string} value
     * @param {boolean} typedOn whether part of the text was applied before
     */
    filter(name, value, typedOn = false) {
        const path = this.open ? `#/requests/${this.open}` : '#/requests';
        const wanted = { ...this.filters, [name]: value };
        // The rule has no control of its own. So the bar must be redrawn when a rule is chosen or removed.
        this.wanted = name === 'rule' ? '' : JSON.stringify(wanted);
        goTo(target(path, wanted), typedOn);
    }

    /** @param {number | string} number empty for the list alone */
    link(number) {
        return target(number === '' ? '#/requests' : `#/requests/${number}`, this.filters);
    }

    /** @param {number} index */
    row(index) {
        const page = Math.floor(index / PAGE);
        if (!this.pages.has(page)) {
            this.fetchPage(page);
        }
        return this.pages.get(page)?.[index - page * PAGE];
    }

    /** Fetches the list from the newest request on. */
    async look() {
        if (this.left) {
            return;
        }
        this.asking.abort();
        const asking = new AbortController();
        this.asking = asking;
        const { filters } = this;
        try {
            const answer = await get('/journal', { ...filters, order: 'newest', limit: PAGE }, asking.signal);
            this.listed = filters;
            this.generation++;
            this.pages.clear();
            this.asked.clear();
            this.pages.set(0, answer.entries);
            this.anchor = answer.entries.length > 0 ? answer.entries[0].number + 1 : null;
            this.total = answer.matching;
            this.failed = false;
            fill(this.news);
            this.drawList(answer);
        } catch (problem) {
            if (!asking.signal.aborted) {
                this.failed = true;
                redraw(this.none, String(problem), () => [failure(problem)]);
            }
        }
    }

    /** @param {any} answer */
    drawList(answer) {
        const filtered = FILTERS.some((name) => this.filters[name]);
        fill(this.count, plural(this.total, 'request'), filtered && ' match',
            answer.dropped > 0 && ` · ${plural(answer.dropped, 'older one')} no longer kept`);
        const prefix = standing.status?.prefix ?? '';
        redraw(this.none, [this.total === 0, filtered, prefix], () => [this.total === 0 && (filtered
            ? empty('No request matches.', button('Clear the filters', () => {
                location.hash = '#/requests';
            }))
            : empty('No request yet.', 'Point an SDK at ', h('code', null, location.origin + prefix), ', or ',
                h('a', { href: '#/try' }, 'send one from here'), '.'))]);
        this.list.element.hidden = this.total === 0;
        this.list.setCount(this.total);
    }

    /** @param {number} page */
    async fetchPage(page) {
        if (this.asked.has(page) || this.anchor === null) {
            return;
        }
        this.asked.add(page);
        const { generation, anchor, listed } = this;
        try {
            const answer = await get('/journal',
                { ...listed, order: 'newest', after: anchor, offset: page * PAGE, limit: PAGE });
            // Counted from another request, these would be other rows.
            if (generation === this.generation && anchor === this.anchor) {
                this.pages.set(page, answer.entries);
                this.list.draw();
            }
        } catch {
            // Requested again when the rows come into sight.
            this.asked.delete(page);
        }
    }

    tellNews() {
        // Keep an existing button, which the user may be clicking right now.
        this.news.hasChildNodes() || fill(this.news, button('New requests above: show them', () => {
            this.list.toTop();
            this.refresh();
        }));
    }

    leave() {
        this.left = true;
        this.asking.abort();
        this.forgetTyped();
        this.stops.forEach((stop) => stop());
        this.list.close();
    }
}

/** @param {any} status */
function forgotten(status) {
    return status?.journal.forgotten ?? 0;
}

/** @param {any} row */
function drawRow(row) {
    const [path] = row.target.split('?');
    const parts = [
        row.updates > 0 && plural(row.updates, 'update'), row.events > 0 && plural(row.events, 'event'),
        row.injected !== null && 'fault injected',
    ].filter(Boolean).join(', ');
    return [
        h('span.row-main', null, h('span.method', null, row.method), ' ', shown(path)),
        badge(row.verdict),
        h('span.row-more', null, h('span', null, `#${row.number}`), time(row.time),
            parts && h('span', null, parts), h('span', null, sdkName(row.sdk)),
            row.tokens.length > 0 && h('span', null, shown(row.tokens.join(', ')))),
    ];
}
