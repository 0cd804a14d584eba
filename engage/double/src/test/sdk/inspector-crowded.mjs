// Whether people get what they click, choose and send while much happens at once, and while answers are late.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-crowded.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WAIT, admin, engage, latest, open, page, see, update, visit } from './page.mjs';

/** Sends that many users, each in a request of its own. */
async function users(count) {
    for (let number = 0; number < count; number++) {
        await engage([update(`u${number}`, { $set: { a: number } })]);
    }
}

test('a row opens that was pressed, though others came before it was released', async () => {
    await users(30);
    const pressed = page.locator('.row').nth(3);
    for (const [view, opened] of [['#/requests', await latest() - 3], ['#/profiles/shop', 'shop/u10']]) {
        await visit(view);
        await pressed.waitFor(WAIT);
        await pressed.hover();
        await page.mouse.down();
        const told = await page.locator('.count').innerText();
        await engage([update(`another-${view}`, { $set: { a: 1 } })]);
        await page.locator('.count', { hasNotText: told }).waitFor(WAIT);
        await page.mouse.up();
        await page.waitForURL((its) => its.hash.endsWith(`/${opened}`), WAIT);
        await page.locator('.row[aria-selected=true][aria-posinset="5"]').waitFor(WAIT);
    }
});

test('the row that is marked stays so while others come', async () => {
    await users(30);
    const marked = page.locator('.row.active');
    await visit('#/requests');
    await page.locator('.row').first().waitFor(WAIT);
    await page.locator('.list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const number = await latest() - 1;
    await marked.getByText(`#${number}`, { exact: true }).waitFor(WAIT);
    await engage([update('later', { $set: { a: 1 } })]);
    await page.locator('.row', { hasText: `#${number + 2}` }).waitFor(WAIT);
    await marked.getByText(`#${number}`, { exact: true }).waitFor(WAIT);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#/requests/${number}$`), WAIT);
    // One that is not in the list any more is not marked, and Enter opens no other in its place.
    await visit('#/requests?text=u1');
    await see('11 requests match');
    assert.equal(await marked.count(), 0);
    await page.locator('.list').press('Enter');
    await page.waitForTimeout(200);
    assert.equal(new URL(page.url()).hash, '#/requests?text=u1');
});

/** Hides the page or shows it, as a tab in front of it does. */
function turn(hidden) {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
}

test('a page that is opened in the background asks for no stream before it is seen', async () => {
    const asked = [];
    page.on('request', (request) => request.url().endsWith('/events') && asked.push(request.url()));
    await page.addInitScript(turn, true);
    await visit('#/requests');
    await see('No request yet.');
    await page.waitForTimeout(2000);
    assert.deepEqual(asked, []);
    assert.equal(await page.locator('#banner *').count(), 0);
    await page.evaluate(turn, false);
    await see('live');
});

test('a double click forgets nothing; two clicks and the keyboard do', async () => {
    await visit('#/clock');
    const forget = page.getByRole('button', { name: 'Forget everything' });
    const sure = page.getByRole('button', { name: 'Really forget everything?' });
    const profiles = async () => (await admin('GET', '/health')).engine.profiles;
    await users(1);
    await forget.dblclick();
    await sure.waitFor(WAIT);
    assert.equal(await profiles(), 1);
    await sure.click();
    await forget.waitFor(WAIT);
    await page.locator('.standing', { hasText: '0 profiles' }).waitFor(WAIT);
    await users(1);
    await page.locator('.standing', { hasText: '1 profile' }).waitFor(WAIT);
    await forget.press('Enter');
    await sure.press('Enter');
    await page.locator('.standing', { hasText: '0 profiles' }).waitFor(WAIT);
    assert.equal(await profiles(), 0);
});

test('the rows are those of the filter that was chosen last, however late the others are', async () => {
    await users(150);
    await engage([update('u1', { $union: { a: [1] } })]);
    await visit('#/requests');
    await see('151 requests');
    // The answers to one filter never come.
    await page.route(/journal\?verdict=ignored/, () => {});
    const asked = page.waitForRequest(/journal\?verdict=ignored/, WAIT);
    await page.getByLabel('Verdict').selectOption('ignored');
    await asked;
    // Until then, the rows are those of no filter.
    const more = page.waitForRequest(/journal\?.*offset=100/, WAIT);
    await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    assert.doesNotMatch((await more).url(), /verdict/);
    await page.getByLabel('Verdict').selectOption('applied');
    await see('150 requests match');
    assert.equal(await page.locator('.row .badge', { hasText: 'ignored' }).count(), 0);
});

test('an open profile shows by itself what a fault kept from it', async () => {
    const steps = page.locator('.timeline li');
    await engage([update('u1', { $set: { a: 1 } })]);
    await visit('#/profiles/shop/u1');
    await steps.first().waitFor(WAIT);
    await admin('PUT', '/faults', { rules: [{ kind: 'status', status: 503 }] });
    await engage([update('u1', { $set: { a: 2 } })]);
    await steps.nth(1).waitFor(WAIT);
    await admin('PUT', '/faults', { redelivery: { drop: 1 } });
    await engage([update('u1', { $set: { a: 3 } })]);
    await steps.nth(2).waitFor(WAIT);
});

test('a list of profiles that is scrolled down ends with its profiles', async () => {
    await engage(Array.from({ length: 460 }, (_, at) => update(`u${at}`, { $set: { a: at } })));
    await visit('#/profiles/shop');
    await page.locator('.count', { hasText: '460 profiles' }).waitFor(WAIT);
    await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
    await page.locator('.row[aria-posinset="230"]', { hasText: 'properties' }).waitFor(WAIT);
    await admin('POST', '/reset');
    await see('No profile in this project.');
    assert.equal(await page.locator('.row:visible').count(), 0);
    await engage([update('u1', { $set: { a: 1 } })]);
    await page.locator('.row', { hasText: 'u1' }).waitFor(WAIT);
    assert.equal(await page.locator('.row').count(), 1);
});

const record = () => page.getByLabel('Record, or a list of records');
const send = () => page.getByRole('button', { name: 'Send', exact: true }).click();

/** Holds what the page sends as an update if its body has a text, until the returned function lets it go or cuts it. */
async function hold(text) {
    let goOn;
    const held = new Promise((done) => {
        goOn = done;
    });
    await page.route('**/engage', async (route) => {
        const isCut = route.request().postData().includes(text) && await held;
        await (isCut ? route.abort() : route.continue());
    });
    return goOn;
}

test('the answer shown is that to what was sent last', async () => {
    await visit('#/try');
    let goOn = await hold('$set');
    await send();
    await page.getByRole('button', { name: '$add', exact: true }).click();
    await send();
    const shown = page.locator('.outcomes code').first();
    await shown.and(page.getByText('$add', { exact: true })).waitFor(WAIT);
    const failed = page.waitForEvent('requestfailed', WAIT);
    goOn(true);
    await failed;
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.failure').count(), 0);
    assert.equal(await shown.innerText(), '$add');
    await page.unroute('**/engage');
    // Another one arrives between the look at the journal and what is sent.
    goOn = await hold('second');
    await record().fill('{"$token": "shop", "$distinct_id": "second", "$add": {"a": 1}}');
    const asked = page.waitForRequest('**/engage', WAIT);
    await send();
    await asked;
    await page.evaluate(() => fetch('/engage', {
        method: 'POST', body: '{"$token": "shop", "$distinct_id": "first", "$add": {"a": 1}}',
    }));
    goOn();
    await page.locator('.card h4', { hasText: 'second' }).waitFor(WAIT);
});

test('what somebody wrote is still there after a look at the request that it became', async () => {
    const text = '{"$token":"shop","$distinct_id":"mine","$set":{"a":1}}';
    await visit('#/try');
    await record().fill(text);
    await send();
    await page.getByRole('link', { name: /^All of request/ }).click();
    await page.locator('.detail h2').waitFor(WAIT);
    await page.goBack();
    assert.equal(await record().inputValue(), text);
    await page.getByRole('link', { name: /^All of request/ }).click();
    await page.getByRole('link', { name: 'Change it and send it again' }).click();
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('"$set": '), null, WAIT);
    await record().fill(text.replace('mine', 'yours'));
    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    await page.locator('.row').first().waitFor(WAIT);
    await page.goBack();
    await page.locator('.try').waitFor(WAIT);
    await page.waitForTimeout(200);
    assert.match(await record().inputValue(), /yours/);
});

test('how long the double has been up goes on by itself, whatever its clock says', async () => {
    const age = page.locator('p', { hasText: /^Version / });
    await visit('#/');
    await age.filter({ hasText: /up for \d+ (second|minute)/ }).waitFor(WAIT);
    await page.evaluate(() => {
        const now = performance.now.bind(performance);
        performance.now = () => now() + 24 * 3_600_000;
    });
    await age.filter({ hasText: 'up for 24 hours' }).waitFor(WAIT);
    await admin('PUT', '/clock', { stopped: true, now: '2000-01-01T00:00:00Z' });
    await page.locator('.standing', { hasText: 'clock stopped' }).waitFor(WAIT);
    // It is drawn again every second.
    await page.waitForTimeout(1500);
    assert.match(await age.innerText(), /up for 24 hours/);
    await page.reload();
    await age.filter({ hasText: /up for \d+ (second|minute)/ }).waitFor(WAIT);
});

test('times are in UTC, with the date where it is another', async () => {
    await open({ timezoneId: 'Asia/Kolkata', viewport: { width: 1280, height: 800 } });
    const shown = page.locator('.row time').first();
    await visit('#/requests');
    await users(1);
    await shown.waitFor(WAIT);
    const [, hour] = (await shown.getAttribute('datetime')).match(/T(.*\.\d{3})/);
    assert.equal(await shown.innerText(), `${hour}Z`);
    await admin('PUT', '/clock', { stopped: true, now: '2030-05-01T20:30:00Z' });
    await users(1);
    await shown.and(page.getByText('2030-05-01 20:30:00.000Z', { exact: true })).waitFor(WAIT);
});

test('a button or link of a fork leaves the keyboard where it was', async () => {
    const focused = (text) => page.waitForFunction(
        (its) => document.activeElement !== document.body && document.activeElement.textContent.includes(its),
        text, WAIT);
    await admin('POST', '/forks', { name: 'one' });
    await admin('POST', '/forks', { name: 'two' });
    await visit('#/forks');
    const card = page.locator('.card', { hasText: 'two' });
    await card.getByRole('link', { name: 'Compare with now' }).press('Enter');
    await page.getByRole('heading', { name: 'From two to now' }).waitFor(WAIT);
    await focused('Compare with now');
    await card.getByRole('button', { name: 'Delete' }).press('Enter');
    await card.getByRole('button', { name: 'Really delete?' }).press('Enter');
    await card.waitFor({ ...WAIT, state: 'detached' });
    await focused('one');
});

test('on a narrow page, a list and what it opens take turns with the focus, and the list keeps its place', async () => {
    await users(60);
    await open({ viewport: { width: 360, height: 740 } });
    for (const view of ['#/requests', '#/profiles/shop']) {
        await visit(view);
        await page.locator('.count', { hasText: /^6\d/ }).waitFor(WAIT);
        const list = page.locator('.list');
        const place = () => list.evaluate((its) => its.scrollTop);
        await list.evaluate((its) => its.scrollTo(0, 800));
        const row = page.locator('.row[aria-posinset="22"]');
        const before = await row.innerText();
        await row.click();
        await page.locator('.detail .back').waitFor(WAIT);
        assert.equal(await page.evaluate(() => document.activeElement.className), 'detail');
        await engage([update(`z-later-${view}`, { $set: { a: 1 } })]);
        await page.waitForTimeout(600);
        await page.keyboard.press('Tab');
        await page.locator('.back:focus').press('Enter');
        await page.locator('.list:focus').waitFor(WAIT);
        await page.waitForTimeout(200);
        assert.equal(await place(), 800);
        assert.equal(await row.innerText(), before);
    }
});

test('a long text that was unfolded stays so when another property changes', async () => {
    await engage([update('u1', { $set: { bio: 'b'.repeat(3000), list: ['c'.repeat(3000)], seats: 1 } })]);
    await visit('#/profiles/shop/u1');
    const table = page.locator('.properties');
    const fold = table.getByRole('button', { name: /^… all 3,0/ });
    await fold.nth(1).waitFor(WAIT);
    await fold.first().click();
    await engage([update('u1', { $add: { seats: 41 } })]);
    await table.getByText('42', { exact: true }).waitFor(WAIT);
    assert.equal(await fold.count(), 1);
    assert.equal((await table.locator('tr', { hasText: 'bio' }).locator('.value').innerText()).length, 3000);
});
