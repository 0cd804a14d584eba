// Time travel: selects a moment in the journal, among those at which a profile may have changed.
import { button, h, redraw, shown } from './dom.js';
import { changeTable, plural } from './values.js';

/** The control that selects the moment at which a profile is shown. It stays while the profile around it is redrawn. */
export class MomentBar {
    constructor() {
        /** @type {any} */
        this.timeline = null;
        this.slider = /** @type {HTMLInputElement} */ (h('input', {
            type: 'range', min: 0, step: 1, 'aria-label': 'Moment',
            input: () => this.go(Number(this.slider.value)),
        }));
        this.number = /** @type {HTMLInputElement} */ (h('input', {
            type: 'number', min: 0, placeholder: 'now', inputmode: 'numeric', 'aria-label': 'As it was after request',
        }));
        const step = (/** @type {string} */ label, /** @type {() => number} */ to) =>
            button(label, () => this.go(to()), { class: 'small' });
        this.earlier = step('‹ Earlier', () => this.place() - 1);
        this.later = step('Later ›', () => this.place() + 1);
        this.now = step('Now', () => this.most());
        this.told = h('div');
        /** @type {number | null} */
        this.drawn = null;
        this.element = h('form.moment', {
            'aria-label': 'Time travel',
            submit: (/** @type {Event} */ event) => {
                event.preventDefault();
                location.hash = this.timeline.link({ at: this.number.value });
            },
        },
        h('div.moment-line', null, h('strong', null, 'Time travel'), this.earlier, this.slider, this.later, this.now),
        h('div.moment-line', null, h('span.muted', null, 'As it was after request'), this.number,
            h('button.small', { type: 'submit' }, 'Show')),
        this.told);
    }

    most() {
        return this.timeline.moments.length;
    }

    /** How many of the moments are at or before the one shown. */
    place() {
        const { at, moments } = this.timeline;
        return at === null ? moments.length : moments.filter((/** @type {number} */ its) => its <= at).length;
    }

    /** @param {number} place */
    go(place) {
        const { link, moments } = this.timeline;
        const at = place >= moments.length ? null : place <= 0 ? moments[0] - 1 : moments[place - 1];
        // Replace the history entry: dragging past a hundred moments must not need a hundred steps back.
        location.replace(link({ at }));
    }

    /** @param {any} timeline */
    draw(timeline) {
        this.timeline = timeline;
        const { at, base, doubt, exists, known } = timeline;
        const first = isBeforeTheFirst(timeline);
        const place = this.place();
        this.slider.max = String(this.most());
        this.slider.value = String(place);
        this.slider.disabled = this.most() === 0;
        this.slider.setAttribute('aria-valuetext', at === null ? 'now' : `after request ${at}`);
        // News about the same moment must not replace what the user is typing.
        if (at !== this.drawn) {
            this.drawn = at;
            this.number.value = at ?? '';
        }
        /** @type {[HTMLElement, boolean][]} */ ([
            [this.earlier, place === 0], [this.later, at === null], [this.now, at === null],
        ]).forEach(([control, off]) => control.toggleAttribute('disabled', off));
        redraw(this.told, [at, base, doubt, exists, known, first], () => [
            at !== null && h('p.note.past', null, known ? past(timeline)
                : 'It is not known how the profile was then: the journal no longer holds what came before, and no fork '
                    + 'is that old.'),
            doubt !== null && h('p.note', null, 'The past shown here may be wrong: ', shown(doubt), '.'),
        ]);
    }
}

/**
 * Whether no request up to this moment referred to the profile. The moments cover only the latest requests; the steps
 * show whether there was an update before them.
 * @param {any} timeline
 */
function isBeforeTheFirst({ at, moments, steps }) {
    return at !== null && at < (moments[0] ?? 0) && steps.length === 0;
}

/** @param {any} timeline */
function past(timeline) {
    const { at, base, exists } = timeline;
    const when = isBeforeTheFirst(timeline) ? 'before its first request in the journal'
        : ['after request ', h('a', { href: `#/requests/${at}` }, `#${at}`)];
    return ['The profile as it was ', when, '. ', !exists && 'There was none. ',
        h('span.muted', null, ...origin(base))];
}

/**
 * Describes the state where the replay began.
 * @param {string | null} base
 */
function origin(base) {
    if (base?.startsWith('fork ')) {
        const name = base.slice('fork '.length);
        return ['Worked out from the fork ', h('a', { href: `#/forks/${encodeURIComponent(name)}` }, shown(name)),
            ' and the requests that came after it.'];
    }
    return [`Worked out from what there was ${base === 'start' ? 'at the start' : `after the last ${base}`}`,
        ' and the requests that came after it.'];
}

/**
 * The changes from the shown moment to now.
 * @param {any} timeline
 */
export function sinceThen(timeline) {
    const { since } = timeline;
    return since !== null && [
        h('h3', null, 'From then to now ', h('span.muted', null, plural(since.length, 'change'))),
        since.length === 0 ? h('p.muted', null, 'Nothing has changed since.')
            : changeTable(since, ['Property', 'Then', 'Now']),
    ];
}
