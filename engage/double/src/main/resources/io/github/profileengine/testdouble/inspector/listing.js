// The matching profiles of a project, fetched page by page as their rows come into sight.
import { get } from './api.js';

const PAGE = 100;
/** How many pages are kept: a list of a million profiles must not fill the browser. */
const KEPT = 60;
/** How many pages may wait: after dragging past thousands of rows, only those where the list stops are needed. */
const WAITING = 3;

export class Listing {
    /** @param {() => void} changed called when the rows have changed */
    constructor(changed) {
        this.changed = changed;
        /** @type {Map<number, any[]>} */
        this.pages = new Map();
        /** @type {number[]} */
        this.wanted = [];
        this.busy = false;
        this.generation = 0;
        this.name = /** @type {string | null} */ (null);
        this.matching = 0;
        this.total = 0;
        /** Whether none of the profiles fetched last is there any more, as after a reset. */
        this.gone = false;
        /** @type {Object<string, string>} */
        this.filters = {};
        this.look = new AbortController();
    }

    /**
     * Starts with new filters. The old rows stay until the first new ones arrive. Resolves to false if another start
     * has replaced this one.
     * @param {Object<string, string>} filters the project among them
     */
    async begin(filters) {
        this.look.abort();
        const look = new AbortController();
        this.look = look;
        try {
            const answer = await get('/profiles', { ...filters, limit: PAGE, view: 'preview' }, look.signal);
            this.filters = filters;
            this.generation++;
            this.pages.clear();
            this.#take(answer, 0);
            return true;
        } catch (problem) {
            if (look.signal.aborted) {
                return false;
            }
            throw problem;
        }
    }

    /** @param {number} index */
    row(index) {
        const page = Math.floor(index / PAGE);
        const rows = this.pages.get(page);
        rows === undefined && this.#want(page);
        return rows?.[index - page * PAGE];
    }

    /**
     * Fetches the pages of these rows again.
     * @param {number} first
     * @param {number} end
     */
    again(first, end) {
        for (let page = Math.floor(first / PAGE); page * PAGE < end; page++) {
            this.#want(page);
        }
    }

    /** @param {number} page */
    #want(page) {
        if (!this.wanted.includes(page)) {
            this.wanted.push(page);
            this.wanted.splice(0, this.wanted.length - WAITING);
            this.#fetch();
        }
    }

    async #fetch() {
        if (this.busy) {
            return;
        }
        this.busy = true;
        for (let page = this.wanted.pop(); page !== undefined; page = this.wanted.pop()) {
            const { generation } = this;
            try {
                const answer = await get('/profiles', {
                    ...this.filters, view: 'preview', limit: PAGE, offset: page * PAGE, listing: this.name,
                }, this.look.signal);
                generation === this.generation && this.#take(answer, page);
            } catch {
                // Its rows are requested again when they come into sight.
            }
        }
        this.busy = false;
    }

    /**
     * @param {any} answer
     * @param {number} page
     */
    #take(answer, page) {
        if (answer.listing !== this.name) {
            this.pages.clear();
        }
        this.name = answer.listing;
        this.pages.delete(page);
        this.pages.set(page, answer.profiles);
        for (const oldest of this.pages.keys()) {
            this.pages.size > KEPT && this.pages.delete(oldest);
        }
        this.matching = answer.matching;
        this.total = answer.total;
        this.gone = answer.profiles.length > 0 && answer.profiles.every((/** @type {any} */ its) => its.count === null);
        this.changed();
    }

    close() {
        this.look.abort();
    }
}
