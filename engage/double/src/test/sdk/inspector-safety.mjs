// What strangers may send, and what that may do to people who look at it.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-safety.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { test } from 'node:test';
import { HOSTILE } from './hostile.mjs';
import { WAIT, admin, engage, latest, page, see, takeComplaints, update, url, visit } from './page.mjs';

/** What the page shows of a text: its invisible characters are replaced. */
function shown(text) {
    return page.evaluate(async (its) => {
        const dom = await import('/__double/inspector/dom.js');
        return dom.shown(its).textContent;
    }, text);
}

/** Waits until exactly this text is shown in a place, and checks that no text has become an element. */
async function arrive(place, text) {
    await page.waitForFunction(([where, what]) => document.querySelector(where)?.textContent === what,
        [place, await shown(text)], WAIT);
    assert.equal(await page.locator('main img, main script, main iframe, main object, main style').count(), 0, text);
}

test('hostile names and values are text, wherever they are shown', async () => {
    const requests = HOSTILE.map((text, at) => ({
        $token: at % 2 === 0 ? text : 'shop', $distinct_id: text, $set: { [text]: text, list: [text] },
    }));
    await engage(requests);
    await engage(HOSTILE.map((text) => ({ $token: 'shop', $distinct_id: text, $add: { [text]: 1 } })));
    const group = (text) => ({ $token: 'shop', $group_key: text, $group_id: text, $set: { [text]: 1 } });
    await engage(HOSTILE.map(group), '/groups');
    const event = (text) => ({ event: text, properties: { token: 'shop', distinct_id: text, [text]: text } });
    await engage(HOSTILE.map(event), '/track');
    const total = await latest();
    for (let number = total - 3; number <= total; number++) {
        await visit(`#/requests/${number}`);
        await arrive('.detail .neighbours span', `#${number}`);
    }
    for (const text of HOSTILE) {
        await visit(`#/profiles/shop/${encodeURIComponent(text)}`);
        await arrive('.detail h2 bdi', text);
        const name = text.slice(0, 100);
        const part = encodeURIComponent(name);
        await visit(`#/requests?token=${part}&text=${part}&rule=${part}`);
        await arrive('.filters .wide code bdi', name);
        await page.locator('.side .failure, .side .empty, .row').first().waitFor(WAIT);
        await visit(`#/profiles/shop/${part}?property=${part}&at=${total}`);
        await arrive('.detail h2 bdi', name);
        await arrive('.detail p > code bdi', name);
    }
    await visit('#/profiles/shop?kind=groups');
    await page.locator('.row').first().waitFor(WAIT);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
});

test('hostile names are text in forks and comparisons, too', async () => {
    const set = (value) => HOSTILE.map((text) => update(text, { $set: { [text]: value(text) } }));
    await engage(set((text) => text));
    // The name of a fork is part of a path.
    const names = HOSTILE.filter((text, at) => at % 4 === 0 && text !== '..').map((text) => text.slice(0, 100));
    for (const name of names) {
        await admin('POST', '/forks', { name });
    }
    await engage(set((text) => `${text} again`));
    for (const name of names) {
        await visit(`#/forks/${encodeURIComponent(name)}`);
        await arrive('h2:not(.card h2) bdi', name);
        await page.locator('section.card').nth(HOSTILE.length - 1).waitFor(WAIT);
    }
    const wanted = (await Promise.all(HOSTILE.map(shown))).toSorted();
    for (const place of ['h3 bdi', '.changes th bdi']) {
        const there = new Set(await page.locator(`section.card ${place}`).allTextContents());
        assert.deepEqual(wanted.filter((its) => !there.has(its)), []);
    }
    assert.equal(await page.evaluate(() => window.hacked), undefined);
});

test('what cannot be seen is named, and long integers keep their digits', async () => {
    await engage([update('u1', { $set: { 'na\u200bme': 'left\u202eright', blank: ' a ' } })]);
    await fetch(`${url}/engage`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: '{"$token":"shop","$distinct_id":"u1","$set":{"long":9223372036854775807}}',
    });
    await visit('#/profiles/shop/u1');
    await see('U+200B');
    await see('U+202E');
    await see('9223372036854775807');
    await visit('#/requests/' + (await latest()));
    await page.locator('.detail', { hasText: '9223372036854775807' }).waitFor(WAIT);
});

test('ids, names and texts that differ look different', async () => {
    const texts = { plain: '42', quoted: '"42"', 'p q': 'x y', 'p  q': 'x  y' };
    const same = { ...update('a b', { $set: texts }), $token: 'two  blanks' };
    await engage([update('a b', { $set: texts }), update('a  b', { $set: texts }), same]);
    await visit('#/profiles/shop');
    const both = ['a  b', 'a b'];
    const innerTexts = async (of) => (await page.locator(of).allInnerTexts()).toSorted();
    await page.locator('.row').nth(1).waitFor(WAIT);
    assert.deepEqual(await innerTexts('.row-main'), both);
    const option = page.locator('option', { hasText: 'blanks' });
    await option.waitFor({ ...WAIT, state: 'attached' });
    assert.equal(await option.evaluate((its) => its.text), 'two\u00a0 blanks');
    for (const id of both) {
        await page.locator('.row').nth(both.indexOf(id)).click();
        await page.waitForURL((its) => decodeURIComponent(its.hash).startsWith(`#/profiles/shop/${id}`), WAIT);
        await page.waitForFunction((its) => document.querySelector('.detail h2 bdi')?.innerText === its, id, WAIT);
        assert.deepEqual((await innerTexts('.properties tbody:nth-of-type(1) th a')),
            ['p  q', 'p q', 'plain', 'quoted']);
    }
    assert.deepEqual(await innerTexts('.properties tbody:nth-of-type(1) .value'), ['""42""', '"42"', 'x  y', 'x y']);
});

test('what a payload begins with, and how its names repeat and follow, is shown and sent again', async () => {
    await fetch(`${url}/engage`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: '\ufeff{"$token":"shop","$distinct_id":"u1","$set":{"b":1,"10":2,"9":3,"__proto__":{},"b":1.50}}',
    });
    const members = '"$set": {"b": 1, "10": 2, "9": 3, "__proto__": {}, "b": 1.50}';
    const number = await latest();
    await visit(`#/requests/${number}`);
    const payload = page.locator('.detail [aria-label="Decoded payload"]');
    await payload.filter({ hasText: members }).waitFor({ ...WAIT, state: 'attached' });
    await visit(`#/try?request=${number}`);
    await page.waitForFunction(() => document.querySelector('textarea').value.includes('"u1"'), null, WAIT);
    assert.equal(await page.locator('textarea').inputValue(),
        `{\n  "$token": "shop",\n  "$distinct_id": "u1",\n  ${members}\n}`);
});

test('the policy lets no script of the page and nothing from elsewhere in', async () => {
    const answer = await page.goto(`${url}/__double/`);
    const policy = answer.headers()['content-security-policy'];
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/);
    assert.doesNotMatch(policy, /unsafe|\*|data:.*script|https?:/);
    await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.hacked = 1';
        document.body.append(script);
        const image = document.createElement('img');
        image.setAttribute('onerror', 'window.hacked = 1');
        image.src = '/__double/no-such-picture';
        document.body.append(image);
        return fetch('http://127.0.0.1:1/').catch(() => undefined);
    });
    // Refusals appear on the console a moment later.
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    const refused = takeComplaints().filter((text) => text.includes('Content Security Policy'));
    assert.ok(refused.length >= 3, refused.join());
});

test('a page of another origin and another name of the host are turned away', async () => {
    const { port } = new URL(url);
    for (const headers of [{ Origin: 'http://evil.example' }, { Host: `evil.example:${port}` }]) {
        const status = await new Promise((done, failed) => {
            get({ port, host: '127.0.0.1', path: '/__double/health', headers },
                (answer) => answer.resume().on('end', () => done(answer.statusCode))).on('error', failed);
        });
        assert.ok(status === 403 || status === 421, JSON.stringify(headers) + status);
    }
});

test('a giant body and thousands of records open in parts', async () => {
    await engage([update('u1', { $set: { long: 'x'.repeat(900_000), ['name-'.repeat(10_000)]: 1 } })]);
    const number = await latest();
    await visit(`#/requests/${number}`);
    await page.locator('.detail', { hasText: 'of which the first 200,000 are shown' }).waitFor(WAIT);
    await visit('#/profiles/shop/u1');
    await see('… all 900,000 characters');
    await engage(Array.from({ length: 2000 }, (_, at) => update(`u${at}`, { $set: { a: at } })));
    await visit(`#/requests/${number + 1}`);
    await page.getByRole('button', { name: '… 1,900 more records' }).click();
    await page.getByRole('button', { name: '… 1,800 more records' }).waitFor(WAIT);
    assert.equal(await page.locator('.detail .card').count(), 200);
    await visit(`#/requests/${number + 1}?record=1501`);
    await page.locator('#record-1501.pointed', { hasText: 'u1500' }).waitFor(WAIT);
    assert.equal(await page.locator('.detail .card').count(), 100);
    await visit(`#/requests/${number + 1}?record=2001`);
    await page.locator('#record-1').waitFor(WAIT);
});

test('a request with as many records as one may have opens without most of them', async () => {
    const long = 'x'.repeat(4_000);
    await engage(Array.from({ length: 2000 }, (_, at) => update(`u${at}`, { $set: { at, long } })));
    const answers = [];
    page.on('response', (response) => response.url().includes('/__double/journal/') && answers.push(response.text()));
    const number = await latest();
    await visit(`#/requests/${number}?record=1999`);
    await page.locator('#record-1999.pointed', { hasText: 'u1998' }).waitFor(WAIT);
    await visit(`#/requests/${number}`);
    await page.getByRole('button', { name: '… 1,900 more records' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#record-101 a:focus').waitFor(WAIT);
    const lengths = (await Promise.all(answers)).map((its) => its.length);
    assert.equal(lengths.length, 3);
    assert.ok(Math.max(...lengths) < 1_500_000, String(lengths));
});

test('hundreds of projects are chosen by typing', async () => {
    await engage(Array.from({ length: 300 }, (_, at) => ({ $token: `p${at}`, $distinct_id: 'u1', $set: { a: at } })));
    await visit('#/profiles/p7');
    await page.locator('input[list]').fill('p299');
    await page.locator('input[list]').press('Enter');
    await page.waitForURL(/#\/profiles\/p299$/, WAIT);
    await page.locator('.row').first().waitFor(WAIT);
});

test('a page that is loaded again and again stays live, though nothing happens meanwhile', async () => {
    await visit('#/');
    for (let loads = 0; loads < 20; loads++) {
        await page.reload();
    }
    await page.locator('.standing', { hasText: 'live' }).waitFor({ timeout: 12_000 });
});

test('a page that gets no stream looks by itself, and gets one later', async () => {
    const streams = new AbortController();
    const held = [];
    while (held.length < 16) {
        const answer = await fetch(`${url}/__double/events`, { signal: streams.signal });
        // The pages of earlier tests are gone. The double notices that within seconds, when others ask for a stream.
        answer.ok ? held.push(answer) : await page.waitForTimeout(200);
    }
    await visit('#/requests');
    await see('Too many pages are open: this one is not live and refreshes every 3 seconds.');
    await engage([update('u1', { $set: { a: 1 } })]);
    await page.locator('.row').first().waitFor(WAIT);
    streams.abort();
    await page.locator('#banner:empty').waitFor({ ...WAIT, state: 'attached' });
    await see('live');
});
