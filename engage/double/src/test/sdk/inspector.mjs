// The inspector in headless Chromium, against a double of its own.
// Usage: CHROMIUM=/usr/bin/chromium node inspector.mjs URL-OF-THE-DOUBLE [FOLDER-FOR-SCREENSHOTS]
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import { chromium } from 'playwright-core';
import { doubleUrl } from './profiles.mjs';
import { HOSTILE } from './hostile.mjs';
import { traffic } from './traffic.mjs';

const url = doubleUrl();
const shots = process.argv[3];
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS = ['#/', '#/requests', '#/profiles', '#/try', '#/faults', '#/clock', '#/forks'];
const OPERATORS = ['$set', '$set_once', '$add', '$union', '$append', '$remove', '$unset', '$merge', '$delete'];
/** The pictures that the documentation shows, by what is on them. */
const PICTURES = {
    'wide-requests-one': 'inspector-request', 'wide-profiles-shop-ann': 'inspector-profile',
    'dark-try': 'inspector-try-dark', 'wide-faults': 'inspector-faults', 'narrow-requests-one': 'inspector-narrow',
};
const WAIT = { timeout: 10_000 };

let browser;
let page;
let complaints = [];

before(async () => {
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync'],
    });
});

after(async () => {
    await browser?.close();
});

beforeEach(async (context) => {
    await admin('DELETE', '/faults');
    await admin('POST', '/reset');
    complaints = [];
    page = await open({ viewport: { width: 1280, height: 800 } });
    context.after(async () => {
        await page.context().close();
        assert.deepEqual(complaints, []);
    });
});

/** A page that reports what goes wrong in it, the policy's refusals too. */
async function open(options) {
    const context = await browser.newContext({ colorScheme: 'light', ...options });
    const opened = await context.newPage();
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('console', (message) => message.type() === 'error' && !message.text().includes('Failed to load resource')
        && complaints.push(message.text()));
    opened.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    return opened;
}

async function admin(method, path, body) {
    const response = await fetch(`${url}/__double${path}`, { method, body: body && JSON.stringify(body) });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path}: ${text}`);
    return JSON.parse(text);
}

async function engage(records, path = '/engage') {
    const response = await fetch(url + path, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(records),
    });
    await response.text();
}

/** The number of the latest request: a reset does not begin anew. */
async function latest() {
    return (await admin('GET', '/journal?limit=1')).total;
}

function update(id, operations) {
    return { $token: 'shop', $distinct_id: id, ...operations };
}

async function visit(hash) {
    await page.goto(`${url}/__double/${hash}`);
}

async function see(text) {
    await page.getByText(text).first().waitFor(WAIT);
}

test('the root leads a browser to the page', async () => {
    await page.goto(`${url}/`);
    assert.equal(page.url(), `${url}/__double/`);
    await see('Nothing has come in yet.');
});

test('every view without anything says what to do next', async () => {
    for (const [view, text] of Object.entries({
        '#/requests': 'No request yet.', '#/profiles': 'No profile yet.', '#/forks': 'No fork yet.',
        '#/faults': 'Nothing was disturbed.',
    })) {
        await visit(view);
        await see(text);
    }
});

test('a request appears by itself, and soon', async () => {
    // The first request of a server's life loads half of it.
    await engage([update('u1', { $add: { visits: 1 } })]);
    await visit('#/requests');
    await page.locator('.row').first().waitFor(WAIT);
    const times = [];
    for (let number = 2; number <= 6; number++) {
        await page.evaluate((expected) => {
            window.seen = new Promise((resolve, reject) => {
                setTimeout(() => reject(new Error('it does not appear')), 10_000);
                const look = () => document.querySelectorAll('.row').length >= expected && resolve(Date.now());
                new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
            });
        }, number);
        const sent = Date.now();
        await engage([update('u1', { $add: { visits: 1 } })]);
        times.push((await page.evaluate(() => window.seen)) - sent);
    }
    console.log(`# from sending to seeing: ${times.join(', ')} ms; wanted are 200`);
    assert.equal(await page.locator('.row').count(), 6);
});

test('a request opens to what it did and why', async () => {
    await engage([update('u1', { $set: { plan: 'pro', seats: 5 } })]);
    await engage([update('u1', { $add: { plan: 1, seats: 1 } }), { $distinct_id: 'u1', $set: {} }]);
    const number = await latest();
    await visit(`#/requests/${number}`);
    await see('add-on-non-number');
    await see('record-token-missing');
    await see('seats');
    await page.getByText('Decoded payload').first().waitFor(WAIT);
    await page.locator('.detail summary', { hasText: 'Body' }).first().click();
    await page.getByText('In hexadecimal').first().click();
    await see('000000  5b 7b');
    assert.equal(await page.locator('.detail .badge.bad', { hasText: 'rejected' }).count() > 0, true);
    await page.locator('.row').nth(1).click();
    await page.waitForURL(new RegExp(`#/requests/${number - 1}$`), WAIT);
});

test('filters choose requests, and a link keeps them', async () => {
    await engage([update('u1', { $set: { a: 1 } })]);
    await engage([update('u2', { $union: { a: [1] } })]);
    await visit('#/requests?verdict=ignored');
    await see('No request matches.');
    await engage([update('u1', { $union: { a: [1] } })]);
    await see('1 request match');
    await page.getByLabel('Verdict').selectOption('');
    await page.getByLabel('Text').fill('u2');
    await see('1 request match');
    await page.waitForURL(/text=u2/, WAIT);
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 1, null, WAIT);
    await page.getByLabel('Text').fill('nobody');
    await see('No request matches.');
});

test('a profile tells its properties, their writers and its past', async () => {
    await engage([update('u1', { $set: { plan: 'free', seats: 5, tags: ['a'] } })]);
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await visit('#/profiles/shop/u1');
    await see('Texts');
    const row = page.locator('.properties tr', { hasText: 'plan' });
    assert.match(await row.innerText(), new RegExp(`pro\\s+#${await latest()}`));
    await engage([update('u1', { $set: { plan: 'team' } })]);
    await page.locator('.properties tr', { hasText: 'team' }).waitFor(WAIT);
    await page.getByRole('link', { name: 'as it was then' }).last().click();
    await see('The profile as it was after request');
    assert.match(await page.locator('.properties').first().innerText(), /free/);
    await page.getByRole('link', { name: 'Back to now' }).click();
    await page.locator('.properties tr', { hasText: 'team' }).waitFor(WAIT);
});

test('profiles are found by id and by what is true of them; groups and aliases are shown', async () => {
    await engage([update('ann', { $set: { plan: 'pro' } }), update('bob', { $set: { plan: 'free' } })]);
    await engage([{ $token: 'shop', $group_key: 'company', $group_id: 'acme', $set: { size: 3 } }], '/groups');
    const alias = { token: 'shop', distinct_id: 'ann', alias: 'annie' };
    await engage([{ event: '$create_alias', properties: alias }], '/track');
    await visit('#/profiles/shop');
    await see('3 profiles');
    await page.getByLabel('Where').fill('properties["plan"] == "pro"');
    await see('1 profile of 3');
    await page.getByLabel('Where').fill('properties[');
    await page.locator('.failure').waitFor(WAIT);
    await visit('#/profiles/shop/company/acme');
    await page.locator('.detail', { hasText: 'size' }).waitFor(WAIT);
    await visit('#/profiles/shop/annie');
    await see('is an alias of');
});

test('the try-it form sends each operator and shows what became of it', async () => {
    await visit('#/try');
    for (const operator of OPERATORS) {
        await page.getByRole('button', { name: operator, exact: true }).click();
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.locator('.outcomes code', { hasText: operator }).first().waitFor(WAIT);
    }
    for (const packing of ['form', 'form-json', 'get']) {
        await page.getByRole('button', { name: '$set', exact: true }).click();
        await page.getByLabel('Sent as').selectOption(packing);
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.locator('.outcomes code', { hasText: '$set' }).first().waitFor(WAIT);
    }
    await page.getByText('The same as a curl command').click();
    assert.match(await page.locator('pre').first().innerText(), /^curl 'http/);
    const journal = await admin('GET', '/journal?sdk=inspector');
    assert.equal(journal.matching, 12);
});

test('faults are switched on and off, and their divergence is told', async () => {
    await visit('#/faults');
    await page.getByRole('switch', { name: /^status/ }).check();
    await see('faults on');
    assert.equal((await admin('GET', '/faults')).rules[0].status, 503);
    await page.getByRole('switch', { name: /^status/ }).uncheck();
    await page.getByRole('switch', { name: /^drop/ }).check();
    await page.locator('pre', { hasText: 'drop' }).waitFor({ ...WAIT, state: 'attached' });
    for (let number = 0; number < 60; number++) {
        await engage([update(`u${number % 3}`, { $add: { n: 1 } })]);
    }
    await page.locator('table', { hasText: 'Without faults' }).first().waitFor(WAIT);
    await page.getByRole('button', { name: 'Let nothing go wrong' }).click();
    await page.locator('.standing', { hasNotText: 'faults on' }).waitFor(WAIT);
});

test('the clock stops, moves and follows', async () => {
    await visit('#/clock');
    await page.getByLabel('Moment', { exact: true }).fill('2030-05-01T00:00:00Z');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await see('2030-05-01T00:00:00Z');
    await page.getByRole('button', { name: '+ 1 hour' }).click();
    await see('2030-05-01T01:00:00Z');
    await page.getByRole('button', { name: 'Follow the system' }).click();
    await see('It follows the system.');
});

test('a fork is compared with now, and gone back to', async () => {
    await engage([update('u1', { $set: { plan: 'free' } })]);
    await visit('#/forks');
    const name = `fork ${Date.now()}`;
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Fork now' }).click();
    await see('Nothing differs.');
    await engage([update('u1', { $set: { plan: 'pro' } }), update('u2', { $set: { a: 1 } })]);
    await see('1 profile added, 0 removed, 1 changed.');
    assert.match(await page.locator('.changes').first().innerText(), /free\s+pro/);
    const card = page.locator('.card', { hasText: name });
    await card.getByRole('button', { name: 'Go back to it' }).click();
    await card.getByRole('button', { name: 'Really go back to it?' }).click();
    await see('Nothing differs.');
    await admin('DELETE', `/forks/${encodeURIComponent(name)}`);
});

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
        await see(`#${number}`);
        await page.locator('.detail h2').waitFor(WAIT);
    }
    for (const text of HOSTILE) {
        await visit(`#/profiles/shop/${encodeURIComponent(text)}`);
        await page.locator('.detail h2').waitFor(WAIT);
    }
    await visit('#/profiles/shop?kind=groups');
    await page.locator('.row').first().waitFor(WAIT);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('main img, main script, main iframe, main object, main style').count(), 0);
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

test('everything is reached by the keyboard', async () => {
    for (let number = 0; number < 30; number++) {
        await engage([update(`u${number}`, { $set: { a: number } })]);
    }
    await visit('#/requests');
    await page.locator('.row').first().waitFor(WAIT);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to content');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    for (let presses = 0; presses < 10; presses++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement.getAttribute('role') === 'listbox')) {
            break;
        }
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/requests\/\d+/, WAIT);
    await page.locator('.detail h2').waitFor(WAIT);
    assert.equal(await page.locator('.row[aria-selected=true]').count(), 1);
});

test('a long journal stays smooth', async () => {
    const total = await latest();
    for (let batch = 0; batch < 20; batch++) {
        await Promise.all(Array.from({ length: 100 }, (_, at) => engage([update(`u${at}`, { $add: { n: 1 } })])));
    }
    await visit('#/requests');
    await see('2,000 requests');
    assert.ok((await page.locator('.row').count()) < 60);
    await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('.row', { hasText: `#${total + 1}` }).last().waitFor(WAIT);
});

test('a double that is gone is told, and one that is back is found', async () => {
    await engage([update('u1', { $set: { a: 1 } })]);
    await visit('#/requests');
    await see('1 request');
    await page.route('**/__double/events', (route) => route.abort());
    await page.reload();
    await see('Disconnected: the double does not answer.');
    await page.unroute('**/__double/events');
    await page.locator('#banner:empty').waitFor({ ...WAIT, state: 'attached' });
    await see('live');
});

for (const [name, options] of Object.entries({
    wide: { viewport: { width: 1280, height: 800 } },
    dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
    narrow: { viewport: { width: 360, height: 740 } },
})) {
    test(`every view, ${name}: no serious violation, nothing beyond the edge`, async () => {
        await traffic(url);
        await page.context().close();
        page = await open(options);
        await page.addInitScript({ path: axe });
        const request = `#/requests/${(await latest()) - 4}`;
        const pages = [...VIEWS, request, '#/profiles/shop/ann', '#/profiles/shop/company/acme'];
        for (const view of pages) {
            await visit(view);
            await page.reload();
            await page.locator('main h1:visible, main h2:visible').first().waitFor(WAIT);
            await page.waitForTimeout(400);
            const found = await page.evaluate(async () => (await window.axe.run()).violations
                .filter((its) => its.impact === 'serious' || its.impact === 'critical')
                .map((its) => `${its.id}: ${its.nodes.map((node) => node.html).slice(0, 3).join(' ')}`));
            assert.deepEqual(found, [], view);
            const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(beyond <= 0, `${view} is ${beyond} px too wide`);
            const picture = `${name}-${(view.replace(/\d+/, 'one').match(/\w+/g) ?? ['overview']).join('-')}`;
            if (shots && (PICTURES[picture] || process.env.EVERY_PICTURE)) {
                await page.screenshot({ path: `${shots}/${PICTURES[picture] ?? picture}.png` });
            }
        }
    });
}
