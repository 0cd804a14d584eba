// A list of any length, of which only the rows in sight exist.
import { h } from './dom.js';

const ROW = 56;
const SPARE = 6;
let lists = 0;

/**
 * @template T
 * @typedef {Object} Rows
 * @property {(index: number) => T | undefined} at the row, undefined while it is fetched
 * @property {(row: T) => (Node | string)[]} draw what a row shows
 * @property {(row: T) => string} key tells a row from others
 * @property {(row: T) => void} open what a click or the enter key does
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
        this.selected = '';
        this.prefix = `list-${++lists}`;
        this.space = h('div.rows', { role: 'presentation' });
        this.element = h('div.list', {
            role: 'listbox', tabindex: 0, 'aria-label': label,
            scroll: () => this.draw(),
            keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
        }, this.space);
        this.watch = new ResizeObserver(() => this.draw());
        this.watch.observe(this.element);
    }

    /** @param {number} count */
    setCount(count) {
        this.count = count;
        this.active = Math.min(this.active, count - 1);
        this.space.style.height = `${count * ROW}px`;
        this.draw();
    }

    /** @param {string} key of the row that is open beside the list */
    select(key) {
        this.selected = key;
        this.draw();
    }

    get atTop() {
        return this.element.scrollTop < ROW / 2;
    }

    /** @returns {[number, number]} the first row in sight, and the one after the last */
    range() {
        const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - SPARE);
        const fit = Math.ceil((this.element.clientHeight || 600) / ROW) + 2 * SPARE;
        return [first, Math.min(this.count, first + fit)];
    }

    draw() {
        const [first, end] = this.range();
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

    /** @param {number} index */
    #row(index) {
        const row = this.rows.at(index);
        const element = h('div.row', {
            role: 'option', id: `${this.prefix}-${index}`, 'aria-setsize': this.count, 'aria-posinset': index + 1,
            'aria-selected': row !== undefined && this.rows.key(row) === this.selected ? 'true' : 'false',
            click: () => {
                this.active = index;
                row !== undefined && this.rows.open(row);
            },
        }, row === undefined ? ['…'] : this.rows.draw(row));
        element.classList.toggle('active', index === this.active);
        element.style.transform = `translateY(${index * ROW}px)`;
        return element;
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
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
            this.#reveal();
            this.draw();
        }
    }

    #reveal() {
        const top = this.active * ROW;
        const { scrollTop, clientHeight } = this.element;
        if (top < scrollTop) {
            this.element.scrollTop = top;
        } else if (top + ROW > scrollTop + clientHeight) {
            this.element.scrollTop = top + ROW - clientHeight;
        }
    }

    close() {
        this.watch.disconnect();
    }
}
