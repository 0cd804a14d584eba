// Whether the inspector lets people go on with what they do while it redraws, and after they have left a view.
// Usage: CHROMIUM=/usr/bin/chromium node inspector-places.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WAIT, admin, engage, latest, page, see, update, url, visit } from './page.mjs';

test('the links beside an open request keep a filter that is chosen there', async () => {
    for (const id of ['u1', 'u2', 'u3']) {
        await engage([update(id, { $set: { a: 1 } })]);
    }
    const number = await latest();
    await visit(`#/requests/${number - 1}`);
    await page.locator('.detail h2').waitFor(WAIT);
    await page.getByLabel('Verdict').selectOption('applied');
    await page.waitForFunction(
        () => document.querySelector('.back').getAttribute('href') === '#/requests?verdict=applied', null, WAIT);
    await page.getByRole('link', { name: `#${number} →` }).click();
    await page.waitForURL(new RegExp(`#/requests/${number}\\?verdict=applied$`), WAIT);
});

/** Checks that nothing leads elsewhere, now or a moment later. */
async function stays(hash) {
    await page.waitForTimeout(500);
    assert.equal(new URL(page.url()).hash, hash);
}

test('what was being typed calls nobody back', async () => {
    await engage([update('u1', { $set: { a: 1 } })]);
    // In one step, because no test is as quick as somebody who types and clicks.
    const typeAndGo = (label, hash) => page.getByLabel(label, { exact: true }).evaluate((input, to) => {
        input.value = 'u';
        input.dispatchEvent(new Event('input'));
        location.hash = to;
    }, hash);
    await visit('#/requests');
    await typeAndGo('Text', '#/clock');
    await stays('#/clock');
    await visit('#/profiles/shop');
    await typeAndGo('Id', '#/profiles/shop/u1');
    await stays('#/profiles/shop/u1');
    assert.equal(await page.getByLabel('Id', { exact: true }).inputValue(), '');
    await typeAndGo('Id', '#/clock');
    await stays('#/clock');
});

test('an answer that comes when its view was left calls nobody back', async () => {
    await engage([update('u1', { $set: { a: 1 } })]);
    const leaveBefore = async (path, ask) => {
        let goOn;
        const held = new Promise((done) => {
            goOn = done;
        });
        await page.route(path, async (route) => {
            await held;
            await route.continue();
        });
        const asked = page.waitForRequest(path, WAIT);
        await ask();
        await asked;
        await visit('#/clock');
        const answered = page.waitForResponse(path, WAIT);
        goOn();
        await answered;
        await stays('#/clock');
    };
    await visit('#/forks');
    await see('No fork yet.');
    await page.getByLabel('Name').fill('mine');
    await leaveBefore('**/__double/forks', () => page.getByRole('button', { name: 'Fork now' }).click());
    await leaveBefore('**/__double/projects', () => visit('#/profiles'));
});

test('what people do on the overview outlives its being drawn every second', async () => {
    await visit('#/');
    await page.getByText('How to point an SDK here').click();
    const setups = page.locator('pre', { hasText: `api_host: '${url}'` });
    await setups.evaluate((its) => window.getSelection().selectAllChildren(its));
    for (let looks = 0; looks < 2; looks++) {
        await page.waitForResponse((answer) => answer.url().endsWith('/pulse'), WAIT);
    }
    await page.waitForTimeout(200);
    assert.ok(await setups.isVisible());
    assert.match(await page.evaluate(() => String(window.getSelection())), /api_host/);

    const before = await latest();
    const send = async (count) => {
        await engage([update('u1', { $add: { n: 1 } })]);
        const total = (before + count).toLocaleString('en');
        await page.locator('.tile', { hasText: new RegExp(`^${total}\\s*requests?$`) }).waitFor(WAIT);
    };
    await send(1);
    await page.locator('.tile', { hasText: 'aliases' }).focus();
    await send(2);
    assert.match(await page.evaluate(() => document.activeElement.textContent), /aliases$/);
    await page.locator('.tile', { hasText: 'forks' }).hover();
    await page.mouse.down();
    await send(3);
    await page.mouse.up();
    await page.waitForURL(/#\/forks$/, WAIT);
});

test('the button for dark and light stays the one that has the focus', async () => {
    await visit('#/');
    const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await page.getByRole('button', { name: 'Switch between dark and light' }).focus();
    await engage([update('u1', { $set: { a: 1 } })]);
    await page.locator('#standing a', { hasText: /^1 profile$/ }).waitFor(WAIT);
    assert.equal(await focused(), 'Switch between dark and light');
    await page.keyboard.press('Enter');
    await page.locator('html[data-theme=dark]').waitFor(WAIT);
    assert.equal(await focused(), 'Switch between dark and light');
});

test('a profile that is drawn anew keeps what is unfolded, and who has the focus', async () => {
    await engage([update('ann', { $set: { plan: 'pro', seats: 1 } })]);
    const number = await latest();
    const alias = (at) =>
        ({ event: '$create_alias', properties: { token: 'shop', distinct_id: 'ann', alias: `alias-${at}` } });
    await engage(Array.from({ length: 7 }, (_, at) => alias(at)), '/track');
    await visit('#/profiles/shop/ann');
    await page.locator('.detail summary', { hasText: '7 aliases' }).click();
    await page.locator('.timeline a', { hasText: `#${number}` }).focus();
    await engage([update('ann', { $set: { seats: 2, team: 'red' } })]);
    await page.locator('.properties tr', { hasText: 'red' }).waitFor(WAIT);
    assert.deepEqual(await page.evaluate(() =>
        [document.activeElement.textContent, document.activeElement.closest('.timeline') !== null]),
    [`#${number}`, true]);
    assert.ok(await page.getByText('alias-3').isVisible());
    await engage([alias(7)], '/track');
    await page.locator('.detail summary', { hasText: '8 aliases' }).waitFor(WAIT);
    assert.ok(await page.getByText('alias-7').isVisible());
});

test('a comparison that was left before another one came is there again', async () => {
    await admin('POST', '/forks', { name: 'a' });
    await admin('POST', '/forks', { name: 'b' });
    await engage([update('u1', { $set: { seats: 1 } })]);
    await visit('#/forks/a');
    await page.locator('h2', { hasText: 'From a to now' }).waitFor(WAIT);
    const held = '**/__double/forks/b/diff*';
    await page.route(held, () => {});
    const asked = page.waitForRequest(held, WAIT);
    await visit('#/forks/b');
    await asked;
    await visit('#/forks/a');
    await page.unroute(held);
    await page.locator('h2', { hasText: 'From a to now' }).waitFor(WAIT);
});
