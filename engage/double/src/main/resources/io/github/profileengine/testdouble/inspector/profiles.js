// The view of a project's profiles: a list filtered by id or condition, with one profile beside it.
import { goTo, profileLink, target } from './api.js';
import { button, empty, failure, field, fill, h, keepPlace, select, shown, turn, whenTyped } from './dom.js';
import { Listing } from './listing.js';
import { listen, paced, standing } from './live.js';
import { ProfileDetail } from './profile.js';
import { projectChoice, projects } from './projects.js';
import { counted, plural } from './values.js';
import { VirtualList } from './virtual.js';

const FILTERS = ['kind', 'id', 'where'];
const EXAMPLES = [
    'properties["plan"] == "pro" and properties["seats"] > 3', 'defined(properties["$name"])',
    '"vip" in properties["tags"]', 'properties["$created"] > datetime("2026-01-31T12:00:00")',
    'not (properties["beta"] == true)',
];

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function profilesView(root) {
    const view = new Profiles(root);
    return { show: (route) => view.show(route), leave: () => view.leave() };
}

class Profiles {
    /** @param {HTMLElement} root */
    constructor(root) {
        this.token = '';
        /** @type {Object<string, string>} */
        this.filters = {};
        this.wanted = '';
        /** Whether the project to show is still unknown. */
        this.undecided = false;
        this.left = false;
        /** @type {(() => boolean)[]} */
        this.typing = [];
        this.known = known(standing.status);
        this.requests = standing.status?.journal.total;
        this.listing = new Listing(() => this.draw());
        this.refresh = paced(() => this.again(), 300);
        this.list = new VirtualList('Profiles', {
            at: (index) => this.listing.row(index),
            draw: drawRow,
            key: (row) => profileLink(row.id),
            open: (row) => {
                location.hash = profileLink(row.id, this.filters);
            },
        });
        this.filterBar = h('form.filters', { role: 'search', submit: (/** @type {Event} */ e) => e.preventDefault() });
        this.count = h('p.count', { role: 'status' });
        this.none = h('div');
        this.detail = new ProfileDetail();
        this.pane = h('div.split', null,
            h('section.side', { 'aria-label': 'Profiles' }, h('h1', null, 'Profiles'), this.filterBar, this.count,
                this.none, this.list.element),
            this.detail.element);
        root.append(this.pane);
        this.stops = [
            listen('status', (status) => this.changed(status)),
            listen('resync', () => {
                this.refresh();
                this.detail.refresh();
            }),
        ];
    }

    /** @param {import('./app.js').Route} route */
    async show(route) {
        const [, token = '', first, second] = route.parts;
        const filters = Object.fromEntries(FILTERS.map((name) => [name, route.parameters.get(name) ?? '']));
        const id = first === undefined ? null
            : second === undefined ? { token, distinct_id: first } : { token, group_key: first, group_id: second };
        turn(this.pane, id !== null, this.list.element, this.detail.element);
        this.list.select(id ? profileLink(id) : '');
        this.detail.show(id, route.parameters, target(`#/profiles/${encodeURIComponent(token)}`, filters),
            filters);
        this.undecided = token === '';
        // A pending filter text must not close the profile that was opened meanwhile.
        if (id !== null && this.forgetTyped()) {
            keepPlace(this.filterBar, () => this.drawFilters());
        }
        if (token === '') {
            await this.choose();
        } else if (token !== this.token || JSON.stringify(filters) !== JSON.stringify(this.filters)) {
            const same = token === this.token;
            this.token = token;
            this.filters = filters;
            // Controls stay while the user types in them. A change by a link or the back button redraws them.
            const typed = same && this.wanted === JSON.stringify(filters);
            this.wanted = '';
            typed || keepPlace(this.filterBar, () => this.drawFilters());
            this.list.toTop();
            this.begin();
        }
    }

    /** Opens the project with the most profiles. */
    async choose() {
        let best;
        let none;
        try {
            [best] = await projects();
            none = empty('No profile yet.', 'An SDK makes one with its first update. ',
                h('a', { href: '#/try' }, 'Send one from here'), '.');
        } catch (problem) {
            none = failure(problem);
        }
        if (this.left || !this.undecided) {
            return;
        }
        if (best) {
            location.replace(`#/profiles/${encodeURIComponent(best.token)}`);
        } else {
            this.list.element.hidden = true;
            fill(this.none, none);
        }
    }

    drawFilters() {
        this.forgetTyped();
        this.typing = [];
        const where = field('Where', this.search('where', 'properties["plan"] == "pro"'));
        where.classList.add('wide');
        fill(this.filterBar,
            field('Project', projectChoice(this.token, (token) => {
                location.hash = `#/profiles/${encodeURIComponent(token)}`;
            })),
            field('Kind', select([['', 'all'], ['users', 'users'], ['groups', 'groups']], this.filters.kind,
                (kind) => this.filter('kind', kind))),
            field('Id', this.search('id', 'contains')),
            where,
            h('details.wide.help', null, h('summary', null, 'Examples'),
                h('ul', null, EXAMPLES.map((text) => h('li', null, button(text, () => {
                    this.filter('where', text);
                    this.wanted = '';
                }, { class: 'small' }))))));
    }

    /**
     * @param {string} name
     * @param {string} placeholder
     */
    search(name, placeholder) {
        const input = /** @type {HTMLInputElement} */ (
            h('input', { type: 'search', value: this.filters[name], placeholder, spellcheck: 'false' }));
        this.typing.push(whenTyped(input, 250, (text) => this.filter(name, text, this.filters[name] !== '')));
        return input;
    }

    /** Drops filter text that is not applied yet. Returns whether there was any. */
    forgetTyped() {
        return this.typing.filter((forget) => forget()).length > 0;
    }

    /**
     * @param {string} name
     * @param {string} value
     * @param {boolean} typedOn whether part of the text was applied before
     */
    filter(name, value, typedOn = false) {
        const wanted = { ...this.filters, [name]: value };
        this.wanted = JSON.stringify(wanted);
        goTo(target(`#/profiles/${encodeURIComponent(this.token)}`, wanted), typedOn);
    }

    /** @param {any} status */
    changed(status) {
        if (known(status) !== this.known) {
            this.known = known(status);
            this.refresh();
            this.detail.refresh();
        } else if (status.journal.total !== this.requests) {
            // An update that a fault kept from being applied is a step of its profile, too.
            this.detail.refresh();
        }
        this.requests = status.journal.total;
    }

    /**
     * Fetches again after a change. At the top of the list new profiles appear; further down the list keeps its place.
     */
    async again() {
        if (this.left) {
            return;
        }
        if (this.token === '') {
            await this.choose();
        } else if (this.list.atTop) {
            await this.begin();
        } else {
            this.listing.again(...this.list.range());
        }
    }

    async begin() {
        try {
            await this.listing.begin({ token: this.token, ...this.filters });
        } catch (problem) {
            this.list.element.hidden = true;
            fill(this.count);
            fill(this.none, failure(problem), this.filters.where !== '' && h('p.muted', null,
                'A property is written ', h('code', null, 'properties["plan"]'), ', a text ', h('code', null, '"pro"'),
                '; compare with ', h('code', null, '=='), ', ', h('code', null, '!='), ', ', h('code', null, '<'),
                ' and so on, and join with ', h('code', null, 'and'), ', ', h('code', null, 'or'), ', ',
                h('code', null, 'not'), '.'));
        }
    }

    draw() {
        const { gone, matching, total } = this.listing;
        if (gone) {
            // A list that keeps its place would go on listing what is no more.
            this.begin();
            return;
        }
        const filtered = FILTERS.some((name) => this.filters[name]);
        fill(this.count, plural(matching, 'profile'), filtered && ` of ${total.toLocaleString('en')}`);
        fill(this.none, matching === 0 && empty(filtered ? 'No profile matches.' : 'No profile in this project.',
            filtered
                ? [this.filters.id !== '' && 'Upper and lower case letters of an id differ. ',
                    h('a', { href: `#/profiles/${encodeURIComponent(this.token)}` }, 'Show all of them')]
                : h('a', { href: '#/try' }, 'Send an update')));
        this.list.element.hidden = matching === 0;
        this.list.setCount(matching);
    }

    leave() {
        this.left = true;
        this.forgetTyped();
        this.listing.close();
        this.stops.forEach((stop) => stop());
        this.list.close();
        this.detail.close();
    }
}

/**
 * A key that changes whenever profiles may have changed. It includes rejected records, which are steps of a profile,
 * too, and restores, which may leave all other counts the same.
 * @param {any} status
 */
function known(status) {
    const { batches, profiles, accepted, aliases } = status?.engine ?? {};
    return [status?.run, batches, profiles, accepted, aliases, status?.journal.rejected, status?.states].join();
}

/** @param {any} row */
function drawRow(row) {
    return [
        h('span.row-main', null, shown(row.id.distinct_id ?? row.id.group_id)),
        h('span.badge.calm', null, row.id.group_key === undefined ? 'user' : shown(row.id.group_key)),
        h('span.row-more', null,
            h('span', null, row.count === null ? 'deleted since' : counted(row.count, 'property', 'properties')),
            row.preview && h('span', null, shown(row.preview))),
    ];
}
