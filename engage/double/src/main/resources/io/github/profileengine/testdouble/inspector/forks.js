// The view of forks, and of the difference between a fork and the present state.
import { change, get } from './api.js';
import { careful, empty, failure, field, fill, h, keepPlace, shown } from './dom.js';
import { compact } from './json.js';
import { listen, paced } from './live.js';
import { badge, profileName } from './outcomes.js';
import { changeTable, plural, time } from './values.js';

/**
 * @param {HTMLElement} root
 * @returns {import('./app.js').View}
 */
export function forksView(root) {
    const view = new Forks(root);
    const stops = [listen('status', () => view.refresh()), listen('resync', () => view.refresh())];
    return {
        show: (route) => view.show(route.parts[1] ?? ''),
        leave() {
            view.left = true;
            stops.forEach((stop) => stop());
        },
    };
}

class Forks {
    /** @param {HTMLElement} root */
    constructor(root) {
        this.name = '';
        this.drawn = '';
        // The data from which the comparison was drawn.
        this.shown = '';
        this.left = false;
        this.refresh = paced(() => this.look(), 300);
        this.input = /** @type {HTMLInputElement} */ (h('input', { placeholder: 'before the test', maxlength: 200 }));
        this.told = h('div', { role: 'status' });
        this.list = h('div', { tabindex: -1 });
        this.diff = h('div');
        root.append(h('div.page', null,
            h('h1', null, 'Forks'),
            h('p', null, 'Give the present state a name. Compare it with what comes, or go back to it.'),
            h('form.filters', {
                submit: (/** @type {Event} */ event) => {
                    event.preventDefault();
                    this.take();
                },
            }, field('Name', this.input), h('button.primary', { type: 'submit' }, 'Fork now')),
            this.told, this.list, this.diff));
    }

    /** @param {string} name */
    show(name) {
        this.name = name;
        this.shown = '';
        fill(this.diff);
        this.refresh();
    }

    async take() {
        const name = this.input.value.trim();
        if (name === '') {
            fill(this.told, failure('Type a name for it first.'));
            this.input.focus();
            return;
        }
        await this.act(async () => {
            await change('POST', '/forks', { name });
            this.input.value = '';
        }, `#/forks/${encodeURIComponent(name)}`);
    }

    /**
     * @param {() => Promise<any>} ask
     * @param {string} then the link to open afterwards
     */
    async act(ask, then) {
        try {
            await ask();
            fill(this.told);
            if (this.left) {
                return;
            }
            if (location.hash === then) {
                this.refresh();
            } else {
                location.hash = then;
            }
        } catch (problem) {
            fill(this.told, failure(problem, 'name'));
        }
    }

    async look() {
        try {
            this.drawList((await get('/forks')).forks);
            await this.compare();
        } catch (problem) {
            this.drawn = '';
            fill(this.list, failure(problem));
        }
    }

    /** @param {any[]} forks */
    drawList(forks) {
        // Redraw only after a change: a button that asks for confirmation must not vanish while the user decides.
        const known = JSON.stringify([this.name, forks]);
        if (known === this.drawn) {
            return;
        }
        this.drawn = known;
        const focused = this.list.contains(document.activeElement);
        keepPlace(this.list, () => fill(this.list, forks.length === 0
            ? empty('No fork yet.', 'Name one above; it costs next to nothing, whatever the number of profiles.')
            : h('ul.cards', null, forks.map((fork) => this.card(fork)))));
        if (focused && !this.list.contains(document.activeElement)) {
            // The fork of the focused button is no more.
            this.list.focus({ preventScroll: true });
        }
    }

    /** @param {any} fork */
    card(fork) {
        const path = `/forks/${encodeURIComponent(fork.name)}`;
        const here = `#${path}`;
        return h('li.card', null,
            h('h2', null, h('a', { href: here, 'aria-current': fork.name === this.name ? 'true' : null },
                shown(fork.name))),
            h('p.muted', null, time(fork.time), fork.request === 0 ? ', before any request, ' : [' after request ',
                h('a', { href: `#/requests/${fork.request}` }, `#${fork.request}`), ', '],
            plural(fork.profiles, 'profile')),
            h('div.actions', null,
                h('a.button', { href: here }, 'Compare with now'),
                careful('Go back to it', () => this.act(() => change('POST', `${path}/restore`), here)),
                careful('Delete', () => this.act(() => change('DELETE', path), '#/forks'))));
    }

    async compare() {
        const { name } = this;
        if (name === '') {
            this.shown = '';
            fill(this.diff);
            return;
        }
        try {
            const diff = await get(`/forks/${encodeURIComponent(name)}/diff`);
            name === this.name && this.drawDiff(diff);
        } catch (problem) {
            if (name === this.name) {
                this.shown = '';
                fill(this.diff, failure(problem));
            }
        }
    }

    /** @param {any} diff */
    drawDiff(diff) {
        // Most updates change nothing that is shown, and the user may be reading or focusing a link.
        const text = compact([this.name, diff]);
        if (text !== this.shown) {
            this.shown = text;
            keepPlace(this.diff, () => this.fillDiff(diff));
        }
    }

    /** @param {any} diff */
    fillDiff(diff) {
        const none = diff.profiles.length === 0 && diff.added_aliases.length === 0 && diff.removed_aliases.length === 0;
        const begun = !this.diff.hasChildNodes();
        const heading = h('h2', null, 'From ', shown(this.name), ' to now');
        fill(this.diff,
            heading,
            none ? empty('Nothing differs.', 'Send updates; they appear here as they come.')
                : h('p', null,
                    `${plural(diff.added, 'profile')} added, ${diff.removed} removed, ${diff.changed} changed.`),
            diff.profiles.map((/** @type {any} */ profile) => h('section.card', null,
                h('h3', null, profileName(profile.id), ' ', badge(profile.kind)),
                profile.changes.length > 0 && changeTable(profile.changes))),
            aliasList('Aliases that are new', diff.added_aliases),
            aliasList('Aliases that are gone', diff.removed_aliases),
            diff.truncated && h('p.muted', null, 'There is more than is shown; the counts are of all.'));
        // Scroll to the comparison: below many forks it would appear out of sight.
        if (begun && heading.getBoundingClientRect().top > innerHeight / 2) {
            heading.scrollIntoView();
        }
    }
}

/**
 * @param {string} title
 * @param {any[]} aliases
 */
function aliasList(title, aliases) {
    return aliases.length > 0 && h('section.card', null, h('h3', null, title),
        h('ul.chain', null, aliases.map((its) => h('li', null, shown(its.alias), ' → ', shown(its.distinct_id)))));
}
