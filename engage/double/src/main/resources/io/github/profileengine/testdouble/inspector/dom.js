// Creates elements without a template language. Everything from outside becomes text, never markup.
import { compact } from './json.js';

/**
 * Creates an element.
 * @param {string} name with classes after dots, such as div.card
 * @param {Object<string, any> | null} [attributes] a function becomes a listener of the event with this name
 * @param {...any} children nodes, strings, and lists of these, nested to any depth
 * @returns {HTMLElement}
 */
export function h(name, attributes, ...children) {
    const [tag, ...classes] = name.split('.');
    const element = document.createElement(tag);
    element.classList.add(...classes);
    for (const [key, value] of Object.entries(attributes ?? {})) {
        if (typeof value === 'function') {
            element.addEventListener(key, value);
        } else if (key === 'value' || key === 'checked' || key === 'disabled') {
            /** @type {any} */ (element)[key] = value;
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(key, value === true ? '' : String(value));
        }
    }
    append(element, children);
    return element;
}

/**
 * @param {Node} parent
 * @param {any[]} children
 */
function append(parent, children) {
    for (const child of children.flat(Infinity)) {
        if (child instanceof Node) {
            parent.appendChild(child);
        } else if (child !== false && child !== null && child !== undefined) {
            parent.appendChild(document.createTextNode(String(child)));
        }
    }
}

/**
 * Replaces the children of an element.
 * @param {Element} parent
 * @param {...any} children
 */
export function fill(parent, ...children) {
    parent.replaceChildren();
    append(parent, children);
}

// Control characters, special and invisible blanks, direction marks, variation selectors, tags, private use.
const HIDDEN = new RegExp(
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5'
        + '\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff'
        + '\\uffa0\\ufff0-\\ufffb\\ud800-\\udfff\\ue000-\\uf8ff\\u{e0000}-\\u{e0fff}\\u{f0000}-\\u{10ffff}]', 'gu');

/**
 * Shows a text, with its invisible and direction-changing characters replaced by their code points. The text cannot
 * affect the direction of what surrounds it.
 * @param {string} text
 * @param {boolean} [lines] whether to keep tabs and line breaks; otherwise they are replaced, too
 * @returns {HTMLElement}
 */
export function shown(text, lines = false) {
    const out = document.createElement('bdi');
    let from = 0;
    const form = lines ? HIDDEN : new RegExp(`${HIDDEN.source}|[\\t\\n]`, 'gu');
    form.lastIndex = 0;
    for (let found = form.exec(text); found; found = form.exec(text)) {
        append(out, [text.slice(from, found.index), mark(found[0])]);
        from = found.index + found[0].length;
    }
    append(out, [text.slice(from)]);
    if (text === '') {
        append(out, [h('span.hidden-mark', { title: 'a text without characters' }, 'empty')]);
    } else if (!lines && (text.startsWith(' ') || text.endsWith(' '))) {
        out.classList.add('edged');
    }
    return out;
}

/** @param {string} character */
function number(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** @param {string} character */
function mark(character) {
    const its = number(character);
    return h('span.hidden-mark', { title: `a character that cannot be seen, ${its}` }, its);
}

/**
 * The same as shown, for places that take only plain text, such as options and titles. Blanks that such a place would
 * leave out become others that it shows.
 * @param {string} text
 */
export function plain(text) {
    return text.replace(HIDDEN, (character) => `‹${number(character)}›`).replace(/^ | (?= |$)/g, '\u00a0');
}

/**
 * Creates a button.
 * @param {string} label
 * @param {(event: Event) => void} action
 * @param {Object<string, any>} [attributes]
 */
export function button(label, action, attributes = {}) {
    return h('button', { type: 'button', click: action, ...attributes }, label);
}

/**
 * Creates a button that asks for confirmation before it acts.
 * @param {string} label
 * @param {() => void} action
 */
export function careful(label, action) {
    let armed = false;
    const element = button(label, (event) => {
        // The second click of a double click is no answer to the question, which nobody has read yet.
        if (/** @type {MouseEvent} */ (event).detail > 1) {
            return;
        }
        if (armed) {
            action();
        }
        armed = !armed;
        element.textContent = armed ? `Really ${label.toLowerCase()}?` : label;
    });
    element.classList.add('danger');
    element.addEventListener('blur', () => {
        armed = false;
        element.textContent = label;
    });
    return element;
}

/** Elements that can have the focus. */
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * A key that a control shares with the one that replaces it when a part of the page is redrawn.
 * @param {Element} control
 */
function likeness(control) {
    const { labels } = /** @type {HTMLInputElement} */ (control);
    if (labels?.[0]) {
        // The label alone, not the element: a choice among too many options is replaced by a text field.
        return `field ${labels[0].textContent}`;
    }
    const row = control.closest('tr, li')?.querySelector('th, a')?.textContent ?? '';
    const name = control.getAttribute('href') ?? control.getAttribute('aria-label')
        ?? (control.tagName === 'BUTTON' ? control.textContent : '');
    return `${control.tagName} ${name} ${row}`;
}

/**
 * @param {HTMLElement} parent
 * @param {string} like
 */
function alike(parent, like) {
    return [...parent.querySelectorAll(FOCUSABLE)].filter((its) => likeness(its) === like);
}

/**
 * Redraws a part of the page without disturbing the user. The focus returns to the control that replaces the focused
 * one: the one with the same key, and the same place among those with this key. Unfolded details stay unfolded.
 * @param {HTMLElement} parent
 * @param {() => void} draw
 */
export function keepPlace(parent, draw) {
    const { activeElement } = document;
    const focused = activeElement !== parent && parent.contains(activeElement) ? activeElement : null;
    const like = focused ? likeness(focused) : '';
    const place = focused ? alike(parent, like).indexOf(focused) : -1;
    const unfolded = [...parent.querySelectorAll('details')].map((its) => its.open);
    draw();
    [...parent.querySelectorAll('details')].forEach((its, at) => {
        its.open = unfolded[at] ?? its.open;
    });
    if (focused && document.activeElement !== focused) {
        const again = alike(parent, like);
        // A similar control before it may be gone.
        /** @type {HTMLElement | undefined} */ (again[Math.min(place, again.length - 1)])
            ?.focus({ preventScroll: true });
    }
}

/**
 * Shows an object beside the list that it is from or, on a narrow page, in its place. If that hides what has the focus,
 * the focus goes to what is shown instead.
 * @param {HTMLElement} pane
 * @param {boolean} opened whether there is an object to show
 * @param {HTMLElement} list
 * @param {HTMLElement} detail
 */
export function turn(pane, opened, list, detail) {
    const { activeElement } = document;
    const focused = pane.contains(activeElement);
    pane.classList.toggle('opened', opened);
    if (focused && activeElement?.getClientRects().length === 0) {
        (opened ? detail : list).focus();
    }
}

/**
 * The data from which parts of the page were drawn last.
 * @type {WeakMap<HTMLElement, string>}
 */
const drawn = new WeakMap();

/**
 * Redraws a part of the page only if its data has changed, because redrawing loses selected text and a click in
 * progress. No other code may draw this part.
 * @param {HTMLElement} parent
 * @param {any} shows all data that the part is drawn from
 * @param {() => any[]} draw returns the children of the part
 */
export function redraw(parent, shows, draw) {
    const text = compact(shows);
    if (drawn.get(parent) !== text) {
        keepPlace(parent, () => fill(parent, draw()));
        drawn.set(parent, text);
    }
}

/**
 * Reports the text typed into a control after a pause.
 * @param {HTMLInputElement} control
 * @param {number} pauseMillis
 * @param {(text: string) => void} tell
 * @returns {() => boolean} drops text that is not reported yet; returns whether there was any
 */
export function whenTyped(control, pauseMillis, tell) {
    let wait = 0;
    control.addEventListener('input', () => {
        clearTimeout(wait);
        wait = setTimeout(() => {
            wait = 0;
            tell(control.value);
        }, pauseMillis);
    });
    return () => {
        const waited = wait !== 0;
        clearTimeout(wait);
        wait = 0;
        return waited;
    };
}

let fields = 0;

/**
 * A control with its label.
 * @param {string} label
 * @param {HTMLElement} control
 */
export function field(label, control) {
    control.id ||= `field-${++fields}`;
    return h('div.field', null, h('label', { for: control.id }, label), control);
}

/**
 * A choice among options.
 * @param {[string, string][]} options values and labels
 * @param {string} value
 * @param {(value: string) => void} changed
 * @returns {HTMLSelectElement}
 */
export function select(options, value, changed) {
    const control = /** @type {HTMLSelectElement} */ (h('select', null,
        options.map(([its, label]) => h('option', { value: its }, label))));
    control.value = value;
    control.addEventListener('change', () => changed(control.value));
    return control;
}

/**
 * A placeholder for missing content, with advice what to do.
 * @param {string} title
 * @param {...any} advice
 */
export function empty(title, ...advice) {
    return h('div.empty', null, h('p.empty-title', null, title), advice.length > 0 && h('p', null, ...advice));
}

/**
 * Shows an error.
 * @param {unknown} problem
 * @param {string} [field] a prefix of the double's message to remove, because the page does not use this word
 */
export function failure(problem, field = '') {
    const text = problem instanceof Error ? problem.message : String(problem);
    const message = field && text.startsWith(`${field}, `) ? text.slice(field.length + 2) : text;
    return h('p.failure', { role: 'alert' }, shown(message));
}
