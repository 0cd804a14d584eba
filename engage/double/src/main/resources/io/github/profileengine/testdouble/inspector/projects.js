// Lists the projects and lets the user choose one.
import { get } from './api.js';
import { h, plain } from './dom.js';

/** With more projects than this, the user types a name instead of choosing from a list. */
const MOST = 200;

/**
 * All projects, those with the most profiles first.
 * @returns {Promise<{token: string, profiles: number, requests: number}[]>}
 */
export async function projects() {
    const all = (await get('/projects')).projects;
    return all.sort((/** @type {any} */ one, /** @type {any} */ other) =>
        other.profiles - one.profiles || other.requests - one.requests);
}

/**
 * A choice among the projects. If there are too many, it becomes a text field with some suggestions.
 * @param {string} token the chosen project
 * @param {(token: string) => void} changed
 * @param {string} [any] the label of the choice of no project, if that is possible
 */
export function projectChoice(token, changed, any = '') {
    /** @param {string} its */
    const option = (its) => h('option', { value: its }, plain(its));
    const choice = /** @type {HTMLSelectElement} */ (h('select', null,
        any && h('option', { value: '' }, any), token && option(token)));
    choice.value = token;
    choice.addEventListener('change', () => changed(choice.value));
    const offered = new Set([token]);
    const look = async () => {
        // Without the others, the chosen one stays the only choice.
        const others = (await projects().catch(() => [])).map((project) => project.token).filter((its) => its !== token);
        if (others.length <= MOST) {
            choice.append(...others.filter((its) => !offered.has(its)).map(option));
            others.forEach((its) => offered.add(its));
        } else {
            const focused = document.activeElement === choice;
            choice.replaceWith(...typed(token, others.slice(0, MOST), changed, any, choice.id));
            focused && document.getElementById(choice.id)?.focus({ preventScroll: true });
        }
    };
    look();
    // There may be more projects by now.
    choice.addEventListener('focus', look);
    return choice;
}

/**
 * @param {string} token
 * @param {string[]} offered
 * @param {(token: string) => void} changed
 * @param {string} any
 * @param {string} id
 */
function typed(token, offered, changed, any, id) {
    const list = h('datalist', { id: `${id}-offered` }, offered.map((its) => h('option', { value: its })));
    const input = /** @type {HTMLInputElement} */ (
        h('input', { id, value: token, placeholder: any, list: list.id, spellcheck: 'false' }));
    input.addEventListener('change', () => (input.value || any) && changed(input.value));
    return [input, list];
}
