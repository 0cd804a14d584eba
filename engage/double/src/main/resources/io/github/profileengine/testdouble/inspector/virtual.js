// A list of any length. Only the rows in sight exist as elements.
import { h } from './dom.js';

const ROW = 56;
const SPARE = 6;
/**
 * The greatest height: browsers draw nothing below some 17 to 33 million pixels. Longer lists scroll faster instead.
 */
const MOST_PIXELS = 15_000_000;
let lists = 0;

/**
 * @template T
 * @typedef {Object} Rows
 * @property {(index: number) => T | undefined} at the row, undefined while it is fetched
 * @property {(row: T) => (Node | string)[]} draw what a row shows
 * @property {(row: T) => string} key tells a row from others
 * @property {(row: T) => void} open what a click or the enter key does
 * @property {(row: T) => string} [tone] a class that makes a row stand out
 */

/** @template T */
export class VirtualList {
    /**
     * @param {string} label
     * @param {Rows<T>} rows
     */
    constructor(label, rows) {
        this.rows = rows;
        this.count = 0;
        this.active = -1;
        /** The key of the active row; empty while that is fetched. */
        this.mark = '';
        /** Whether the pointer is down on a row: a click needs the same element until it is up. */
        this.pressed = false;
        /** How far the list was scrolled when it was last seen. */
        this.place = 0;
        this.selected = '';
        this.drawn = '';
        this.prefix = `list-${++lists}`;
        this.space = h('div.rows', { role: 'presentation', pointerdown: () => (this.pressed = true) });
        this.element = h('div.list', {
            role: 'listbox', tabindex: 0, 'aria-label': label,
            scroll: () => this.#scrolled(),
            keydown: (/** @type {KeyboardEvent} */ event) => this.#typed(event),
        }, this.space);
        this.left = new AbortController();
        // A menu or a finger that scrolls may keep the pointer from coming up.
        for (const end of ['pointerup', 'pointercancel', 'contextmenu']) {
            addEventListener(end, () => this.#release(), { signal: this.left.signal });
        }
        this.watch = new ResizeObserver(() => {
            this.#isHidden || this.element.scrollTo(0, this.place);
            this.draw();
        });
        this.watch.observe(this.element);
    }

    /** @param {number} count */
    setCount(count) {
        this.count = count;
        if (count === 0) {
            this.place = 0;
        }
        this.active = Math.min(this.active, count - 1);
        this.space.style.height = `${Math.min(count * ROW, MOST_PIXELS)}px`;
        this.draw();
    }

    /** @param {string} key the key of the row that is open beside the list */
    select(key) {
        this.selected = key;
        this.draw();
    }

    toTop() {
        this.place = 0;
        this.element.scrollTop = 0;
    }

    get atTop() {
        return this.#scrollTop < ROW / 2;
    }

    /** A narrow page hides the list while it shows a row of it. Browsers say of it then that it is not scrolled. */
    get #isHidden() {
        return this.element.clientHeight === 0;
    }

    get #scrollTop() {
        return this.#isHidden ? this.place : this.element.scrollTop;
    }

    /** How many rows are visible; may be a fraction. */
    get #fit() {
        return (this.element.clientHeight || 600) / ROW;
    }

    /** By how many pixels the list scrolls for each row. */
    get #step() {
        return this.count * ROW <= MOST_PIXELS ? ROW : (MOST_PIXELS - this.#fit * ROW) / (this.count - this.#fit);
    }

    /** The row at the upper edge; may be a fraction. */
    get #top() {
        return this.#scrollTop / this.#step;
    }

    /** @returns {[number, number]} the first row in sight, and the one after the last */
    range() {
        const first = Math.min(this.count, Math.max(0, Math.floor(this.#top) - SPARE));
        return [first, Math.min(this.count, first + Math.ceil(this.#fit) + 2 * SPARE)];
    }

    #release() {
        // The click comes right after this.
        this.pressed && setTimeout(() => {
            this.pressed = false;
            this.draw();
        });
    }

    /** If rows keep their place while the list scrolls, nothing must be drawn before others come into sight. */
    #scrolled() {
        this.place = this.#scrollTop;
        if (this.#step !== ROW || String(this.range()) !== this.drawn) {
            this.draw();
        }
    }

    draw() {
        if (this.pressed) {
            return;
        }
        const [first, end] = this.range();
        this.#follow(first, end);
        this.drawn = String([first, end]);
        const drawn = [];
        for (let index = first; index < end; index++) {
            drawn.push(this.#row(index));
        }
        this.space.replaceChildren(...drawn);
        const active = this.active >= first && this.active < end;
        if (active) {
            this.element.setAttribute('aria-activedescendant', `${this.prefix}-${this.active}`);
        } else {
            this.element.removeAttribute('aria-activedescendant');
        }
    }

    /**
     * Finds the marked row again after rows have come or gone. If it is not in sight any more, none is marked, because
     * the enter key must open no row that nobody chose.
     * @param {number} first
     * @param {number} end
     */
    #follow(first, end) {
        const key = this.active < first || this.active >= end ? '' : this.#key(this.active);
        this.mark ||= key;
        if (key === '' || key === this.mark) {
            return;
        }
        this.active = first;
        while (this.active < end && this.#key(this.active) !== this.mark) {
            this.active++;
        }
        if (this.active === end) {
            this.active = -1;
        }
    }

    /** @param {number} index */
    #key(index) {
        const row = index < 0 ? undefined : this.rows.at(index);
        return row === undefined ? '' : this.rows.key(row);
    }

    /** @param {number} index */
    #row(index) {
        const row = this.rows.at(index);
        const element = h('div.row', {
            role: 'option', id: `${this.prefix}-${index}`, 'aria-setsize': this.count, 'aria-posinset': index + 1,
            'aria-selected': row !== undefined && this.rows.key(row) === this.selected ? 'true' : 'false',
            click: () => {
                this.active = index;
                // Rows may have come since this one was drawn.
                this.mark = row === undefined ? '' : this.rows.key(row);
                row !== undefined && this.rows.open(row);
            },
        }, row === undefined ? ['…'] : this.rows.draw(row));
        element.classList.toggle('active', index === this.active);
        if (row !== undefined && this.rows.tone) {
            element.classList.add(this.rows.tone(row));
        }
        element.style.transform = `translateY(${this.#scrollTop + (index - this.#top) * ROW}px)`;
        return element;
    }

    /** @param {KeyboardEvent} event */
    #typed(event) {
        const page = Math.max(1, Math.floor(this.#fit) - 1);
        /** @type {Object<string, number>} */
        const steps = {
            ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page,
            PageUp: this.active - page, Home: 0, End: this.count - 1,
        };
        if (event.key === 'Enter' || event.key === ' ') {
            const row = this.active < 0 ? undefined : this.rows.at(this.active);
            event.preventDefault();
            if (row !== undefined) {
                this.rows.open(row);
            }
        } else if (event.key in steps && this.count > 0) {
            event.preventDefault();
            this.active = Math.max(0, Math.min(this.count - 1, steps[event.key]));
            this.mark = this.#key(this.active);
            this.#reveal();
            this.draw();
        }
    }

    #reveal() {
        if (this.active < this.#top) {
            this.element.scrollTop = this.active * this.#step;
        } else if (this.active + 1 > this.#top + this.#fit) {
            this.element.scrollTop = (this.active + 1 - this.#fit) * this.#step;
        }
    }

    close() {
        this.watch.disconnect();
        this.left.abort();
    }
}
