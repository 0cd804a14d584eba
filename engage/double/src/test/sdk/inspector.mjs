// What the inspector shows and does, view by view, in headless Chromium against a double of its own.
// Usage: CHROMIUM=/usr/bin/chromium node inspector.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WAIT, admin, engage, latest, page, see, update, url, visit } from './page.mjs';

const OPERATORS = ['$set', '$set_once', '$add', '$union', '$append', '$remove', '$unset', '$merge', '$delete'];

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

test('a request that is not there is told, and shown when it comes', async () => {
    const number = await latest() + 1;
    await visit(`#/requests/${number}`);
    await see(`There is no request #${number}.`);
    await engage([update('u1', { $set: { a: 1 } })]);
    await page.locator('.detail', { hasText: 'set-applied' }).waitFor(WAIT);
});

test('the overview counts, and leads from a rule to its requests', async () => {
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await engage([update('u1', { $add: { plan: 1 } })]);
    await engage([{ $distinct_id: 'u1' }]);
    await visit('#/');
    for (const title of ['Updates per second', 'Profiles', 'Bytes per profile']) {
        await page.getByRole('img', { name: new RegExp(`^${title}: now`) }).waitFor(WAIT);
    }
    assert.match(await page.getByRole('img', { name: /^Updates per second/ }).getAttribute('aria-label'),
        /at most [1-9]/);
    assert.match(await page.getByRole('img', { name: /^Bytes per/ }).getAttribute('aria-label'), /now [1-9]/);
    await page.locator('.bars a', { hasText: 'add-on-non-number' }).click();
    await page.waitForURL(/#\/requests\?rule=add-on-non-number$/, WAIT);
    await page.locator('.row', { hasText: `#${await latest() - 1}` }).waitFor(WAIT);
    await see('1 request match');
    await page.getByRole('button', { name: 'Any rule' }).click();
    await see('3 requests');
});

test('a profile tells its properties and who wrote each', async () => {
    await engage([update('u1', { $set: { plan: 'free', seats: 5, tags: ['a'] } })]);
    await engage([update('u2', { $set: { a: 1 } }), update('u1', { $union: { tags: ['b'] } })]);
    await visit('#/profiles/shop/u1');
    await see('Texts');
    const row = page.locator('.properties tr', { hasText: 'tags' });
    assert.match(await row.innerText(), new RegExp(`#${await latest()}\\s+\\$union`));
    await engage([update('u1', { $set: { plan: 'team' } })]);
    await page.locator('.properties tr', { hasText: 'team' }).waitFor(WAIT);
    assert.equal(await page.locator('.timeline > li').count(), 3);
    await row.getByRole('link', { name: 'tags' }).click();
    await see('Only those of tags');
    assert.equal(await page.locator('.timeline > li').count(), 2);
    await row.getByRole('link', { name: /^#/ }).click();
    await page.locator('#record-2.pointed', { hasText: '$union' }).waitFor(WAIT);
});

test('time travel shows a profile as it was, and how that differs from now', async () => {
    const first = await latest() + 1;
    await engage([update('u1', { $set: { plan: 'free' } })]);
    await engage([update('u2', { $set: { plan: 'free' } })]);
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await engage([update('u1', { $set: { plan: 'team' } })]);
    await visit('#/profiles/shop/u1');
    const shown = (text) => page.locator('.properties td:nth-child(2)', { hasText: text }).waitFor(WAIT);
    await shown('team');
    await page.getByRole('button', { name: 'Earlier' }).click();
    await shown('pro');
    await page.waitForURL(new RegExp(`at=${first + 2}$`), WAIT);
    assert.match(await page.locator('.changes').first().innerText(), /Then\s+Now\s+plan\s+pro\s+team/);
    await page.getByRole('slider', { name: 'Moment' }).press('ArrowLeft');
    await shown('free');
    await page.getByRole('slider', { name: 'Moment' }).press('Home');
    await see('There was none.');
    await visit(`#/profiles/shop/u1?at=${first + 1}`);
    await shown('free');
    await see(`The profile as it was after request #${first + 1}`);
    await page.getByLabel('As it was after request').fill(String(first + 2));
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await shown('pro');
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await shown('team');
    assert.equal(await page.getByText('From then to now').count(), 0);
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

test('a request is changed and sent again, and an operator has a link', async () => {
    await engage([update('u1', { $set: { plan: 'pro' } })]);
    await visit(`#/requests/${await latest()}`);
    await page.getByRole('link', { name: 'Change it and send it again' }).click();
    const record = page.getByLabel('Record, or a list of records');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('"shop"'), null, WAIT);
    await record.fill((await record.inputValue()).replace('"pro"', '"team"'));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.outcomes', { hasText: 'set-applied' }).waitFor(WAIT);
    assert.equal((await admin('GET', '/profiles?token=shop&distinct_id=u1')).properties.plan, 'team');
    await visit('#/try/%24merge');
    await page.getByRole('button', { name: '$merge', pressed: true }).waitFor(WAIT);
    assert.match(await record.inputValue(), /\$merge/);
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
