// The profiles of a project, found by id or by what is true of them, and one of them beside the list.
import { get, profileLink, target } from './api.js';
import { empty, failure, field, fill, h, select, shown } from './dom.js';
import { listen, paced } from './live.js';
import { ProfileDetail } from './profile.js';
import { pretty } from './json.js';
import { plural } from './values.js';
import { VirtualList } from './virtual.js';

const PAGE = 100;
const FILTERS = ['kind', 'id', 'where'];

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
        /** @type {any[]} */
        this.found = [];
        this.next = /** @type {string | null} */ (null);
        this.total = 0;
        this.look = new AbortController();
        this.busy = false;
        this.known = '';
        this.refresh = paced(() => (this.token === '' ? this.choose() : this.restart()), 300);
        this.list = new VirtualList('Profiles', {
            at: (index) => this.row(index),
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
            listen('resync', () => this.refresh()),
        ];
    }

    /** @param {import('./app.js').Route} route */
    async show(route) {
        const [, token = '', first, second] = route.parts;
        const filters = Object.fromEntries(FILTERS.map((name) => [name, route.parameters.get(name) ?? '']));
        const id = first === undefined ? null
            : second === undefined ? { token, distinct_id: first } : { token, group_key: first, group_id: second };
        this.pane.classList.toggle('opened', id !== null);
        this.list.select(id ? profileLink(id) : '');
        this.detail.show(id, route.parameters.get('at'), target(`#/profiles/${encodeURIComponent(token)}`, filters));
        if (token === '') {
            await this.choose();
        } else if (token !== this.token || JSON.stringify(filters) !== JSON.stringify(this.filters)) {
            const same = token === this.token;
            this.token = token;
            this.filters = filters;
            same && this.filterBar.contains(document.activeElement) || this.drawFilters();
            this.restart();
        }
    }

    /** Goes to the project that has most to show. */
    async choose() {
        const projects = await this.projects();
        const best = projects.sort((one, other) => other.profiles - one.profiles)[0];
        if (best) {
            location.replace(`#/profiles/${encodeURIComponent(best.token)}`);
        } else {
            this.list.element.hidden = true;
            fill(this.none, empty('No profile yet.', 'An SDK makes one with its first update. ',
                h('a', { href: '#/try' }, 'Send one from here'), '.'));
        }
    }

    /** @returns {Promise<any[]>} */
    async projects() {
        try {
            return (await get('/projects')).projects;
        } catch {
            return [];
        }
    }

    async drawFilters() {
        const tokens = select([[this.token, this.token]], this.token, (token) => {
            location.hash = `#/profiles/${encodeURIComponent(token)}`;
        });
        const where = field('Where', this.search('where', 'properties["plan"] == "pro"'));
        where.classList.add('wide');
        fill(this.filterBar,
            field('Project', tokens),
            field('Kind', select([['', 'all'], ['users', 'users'], ['groups', 'groups']], this.filters.kind,
                (kind) => this.filter('kind', kind))),
            field('Id', this.search('id', 'holds this text')),
            where);
        for (const { token } of await this.projects()) {
            token !== this.token && tokens.append(h('option', { value: token }, token));
        }
    }

    /**
     * @param {string} name
     * @param {string} placeholder
     */
    search(name, placeholder) {
        const input = /** @type {HTMLInputElement} */ (
            h('input', { type: 'search', value: this.filters[name], placeholder, spellcheck: 'false' }));
        let wait = 0;
        input.addEventListener('input', () => {
            clearTimeout(wait);
            wait = setTimeout(() => this.filter(name, input.value), 250);
        });
        return input;
    }

    /**
     * @param {string} name
     * @param {string} value
     */
    filter(name, value) {
        location.hash = target(`#/profiles/${encodeURIComponent(this.token)}`, { ...this.filters, [name]: value });
    }

    /** @param {any} status */
    changed(status) {
        const { batches, profiles, accepted } = status.engine;
        const known = `${batches} ${profiles} ${accepted}`;
        if (known !== this.known && this.known !== '') {
            this.refresh();
            this.detail.refresh();
        }
        this.known = known;
    }

    /** Finds the first page anew, with as many rows as were there; the rows stay until it is there. */
    async restart() {
        if (this.token === '') {
            return;
        }
        this.look.abort();
        const look = new AbortController();
        this.look = look;
        const limit = Math.min(1000, Math.max(PAGE, this.found.length));
        try {
            const answer = await this.page(limit, null);
            if (look.signal.aborted) {
                return;
            }
            this.found = answer.profiles;
            this.next = answer.next;
            this.total = answer.total;
            this.draw();
        } catch (problem) {
            if (!look.signal.aborted) {
                this.list.element.hidden = true;
                fill(this.count);
                fill(this.none, failure(problem));
            }
        }
    }

    /**
     * @param {number} limit
     * @param {string | null} after
     */
    page(limit, after) {
        return get('/profiles', { token: this.token, ...this.filters, limit, after }, this.look.signal);
    }

    draw() {
        const filtered = FILTERS.some((name) => this.filters[name]);
        const count = this.found.length;
        fill(this.count, filtered
            ? [plural(count, 'profile'), this.next !== null && ' and more', ` of ${this.total.toLocaleString('en')}`]
            : plural(this.total, 'profile'));
        fill(this.none, count === 0 && empty(filtered ? 'No profile matches.' : 'No profile in this project.',
            filtered
                ? h('a', { href: `#/profiles/${encodeURIComponent(this.token)}` }, 'Show all of them')
                : h('a', { href: '#/try' }, 'Send an update')));
        this.list.element.hidden = count === 0;
        this.list.setCount(count + (this.next === null ? 0 : 1));
    }

    /** @param {number} index */
    row(index) {
        if (index >= this.found.length) {
            this.more();
        }
        return this.found[index];
    }

    async more() {
        if (this.busy || this.next === null) {
            return;
        }
        this.busy = true;
        const { look } = this;
        try {
            const answer = await this.page(PAGE, this.next);
            if (!look.signal.aborted) {
                this.found.push(...answer.profiles);
                this.next = answer.next;
                this.draw();
            }
        } catch {
            // Asked again when the end of the list comes into sight once more.
        } finally {
            this.busy = false;
        }
    }

    leave() {
        this.look.abort();
        this.stops.forEach((stop) => stop());
        this.list.close();
        this.detail.close();
    }
}

/** @param {any} row */
function drawRow(row) {
    const names = Object.keys(row.properties);
    const some = names.filter((name) => !name.startsWith('$')).slice(0, 3)
        .map((name) => `${name}: ${pretty(row.properties[name]).slice(0, 40)}`).join(' · ');
    return [
        h('span.row-main', null, shown(row.id.distinct_id ?? row.id.group_id)),
        h('span.badge.calm', null, row.id.group_key === undefined ? 'user' : shown(row.id.group_key)),
        h('span.row-more', null, h('span', null, names.length === 1 ? '1 property' : `${names.length} properties`),
            some && h('span', null, shown(some))),
    ];
}
