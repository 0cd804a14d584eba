// JSON without lost digits: an integer that a Number cannot hold becomes a BigInt.

const LONG_NUMBER = /[0-9]{16}/;
const NUMBER = /-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;

/**
 * Parses a text.
 * @param {string} text
 * @returns {any}
 */
export function parse(text) {
    // Only a text with long digit sequences can contain a number that would lose digits.
    return LONG_NUMBER.test(text) ? new Reader(text).whole() : JSON.parse(text);
}

/**
 * Indents a JSON text. Every number keeps its digits as written, and every object its names, in their order and as often
 * as written. A byte order mark at the beginning is left out.
 * @param {string} text
 */
export function indented(text) {
    return pretty(new Reader(text.replace(/^\ufeff/, ''), true).whole());
}

/** A number with its digits as written. */
class Digits {
    /** @param {string} text */
    constructor(text) {
        this.text = text;
    }
}

/** An object as written: an object of JavaScript would sort names like 10 first, and hold each name once. */
class Members {
    /** @param {[string, any][]} pairs */
    constructor(pairs) {
        this.pairs = pairs;
    }
}

class Reader {
    /**
     * @param {string} text
     * @param {boolean} [written] whether numbers keep their digits, and objects their members, as written
     */
    constructor(text, written = false) {
        this.text = text;
        this.written = written;
        this.at = 0;
    }

    whole() {
        const value = this.value();
        this.space();
        if (this.at < this.text.length) {
            this.fail();
        }
        return value;
    }

    space() {
        while (' \n\r\t'.includes(this.text[this.at] ?? 'x')) {
            this.at++;
        }
    }

    /** @returns {any} */
    value() {
        this.space();
        switch (this.text[this.at]) {
            case '{':
                return this.object();
            case '[':
                return this.list();
            case '"':
                return this.string();
            case 't':
                return this.word('true', true);
            case 'f':
                return this.word('false', false);
            case 'n':
                return this.word('null', null);
            default:
                return this.number();
        }
    }

    /**
     * @param {string} word
     * @param {boolean | null} value
     */
    word(word, value) {
        this.take(word);
        return value;
    }

    /** @param {string} expected */
    take(expected) {
        this.space();
        if (!this.text.startsWith(expected, this.at)) {
            this.fail();
        }
        this.at += expected.length;
    }

    /** @param {string} character */
    takes(character) {
        this.space();
        if (this.text[this.at] !== character) {
            return false;
        }
        this.at++;
        return true;
    }

    object() {
        const pairs = this.pairs();
        // Unlike an assignment, this treats __proto__ as a name, too.
        return this.written ? new Members(pairs) : Object.fromEntries(pairs);
    }

    pairs() {
        this.take('{');
        /** @type {[string, any][]} */
        const pairs = [];
        if (this.takes('}')) {
            return pairs;
        }
        do {
            this.space();
            const name = this.string();
            this.take(':');
            pairs.push([name, this.value()]);
        } while (this.takes(','));
        this.take('}');
        return pairs;
    }

    list() {
        this.take('[');
        /** @type {any[]} */
        const list = [];
        if (this.takes(']')) {
            return list;
        }
        do {
            list.push(this.value());
        } while (this.takes(','));
        this.take(']');
        return list;
    }

    /** @returns {string} */
    string() {
        return JSON.parse(this.match(STRING));
    }

    number() {
        const digits = this.match(NUMBER);
        if (this.written) {
            return new Digits(digits);
        }
        const number = Number(digits);
        const integer = !/[.eE]/.test(digits);
        return integer && !Number.isSafeInteger(number) ? BigInt(digits) : number;
    }

    /** @param {RegExp} form */
    match(form) {
        form.lastIndex = this.at;
        const found = form.exec(this.text);
        if (!found) {
            return this.fail();
        }
        this.at = form.lastIndex;
        return found[0];
    }

    /** @returns {never} */
    fail() {
        throw new SyntaxError(`no JSON at character ${this.at}`);
    }
}

/**
 * The shortest JSON text of a value. Members without a value are left out.
 * @param {any} value
 * @returns {string}
 */
export function compact(value) {
    if (typeof value === 'bigint') {
        return String(value);
    }
    if (value === null || typeof value !== 'object') {
        return JSON.stringify(value);
    }
    if (Array.isArray(value)) {
        return `[${value.map(compact).join(',')}]`;
    }
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    return `{${names.map((name) => `${JSON.stringify(name)}:${compact(value[name])}`).join(',')}}`;
}

/**
 * The indented JSON text of a value.
 * @param {any} value
 * @param {string} [indent] the indent of the line in which the text begins
 * @returns {string}
 */
export function pretty(value, indent = '') {
    if (typeof value === 'bigint') {
        return String(value);
    }
    if (value instanceof Digits) {
        return value.text;
    }
    if (value === null || typeof value !== 'object') {
        return JSON.stringify(value);
    }
    const inner = `${indent}  `;
    const parts = Array.isArray(value)
        ? value.map((item) => pretty(item, inner))
        : pairs(value).map(([name, its]) => `${JSON.stringify(name)}: ${pretty(its, inner)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const line = open + parts.join(', ') + close;
    if (line.length <= 60 && !line.includes('\n')) {
        return line;
    }
    return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

/**
 * @param {any} object
 * @returns {[string, any][]}
 */
function pairs(object) {
    return object instanceof Members ? object.pairs : Object.entries(object);
}
