// What the inspector shows and does, view by view, in headless Chromium against a double of its own.
// Usage: CHROMIUM=/usr/bin/chromium node inspector.mjs URL-OF-THE-DOUBLE
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WAIT, admin, engage, latest, page, see, update, url, visit } from './page.mjs';

test('the root leads a browser to the page', async () => {
    await page.goto(`${url}/`);
    assert.equal(page.url(), `${url}/__double/`);
    await see('Nothing has come in yet.');
    await page.getByText('How to point an SDK here').click();
    await page.locator('pre', { hasText: `api_host: '${url}'` }).waitFor(WAIT);
});

test('every view without anything says what to do next', async () => {
    for (const [view, text] of Object.entries({
        '#/requests': 'No request yet.', '#/profiles': 'No profile yet.', '#/forks': 'No fork yet.',
        '#/faults': 'Nothing was disturbed.',
    })) {
        await visit(view);
        await see(text);
    }
    await see('see here which profiles differ from a run without faults.');
    await visit('#/profiles/shop/nobody');
    await see('It was deleted or never created; any updates sent to it are listed below.');
});

test('a request opens to what it did and why', async () => {
    await engage([update('u1', { $set: { plan: 'pro', seats: 5 } })]);
    await engage([update('u1', { $add: { plan: 1, seats: 1 } }), { $distinct_id: 'u1', $set: {} }]);
    const number = await latest();
    await visit(`#/requests/${number}`);
    await see('add-on-non-number');
    await see('record-token-missing');
    await see('seats');
    await see('At least one record failed and changed nothing; the others were applied.');
    await page.getByText('Decoded payload').first().waitFor(WAIT);
    await page.locator('.detail summary', { hasText: 'Body' }).first().click();
    await page.getByText('In hexadecimal').first().click();
    await see('000000  5b 7b');
    assert.equal(await page.locator('.detail .badge.bad', { hasText: 'rejected' }).count() > 0, true);
    await page.locator('.row').nth(1).click();
    await page.waitForURL(new RegExp(`#/requests/${number - 1}$`), WAIT);
});

test('a request that names no property is not told to have changed one', async () => {
    await engage([update('u1', { $set: {} })]);
    await visit(`#/requests/${await latest()}`);
    await see('Accepted and applied.');
    await see('No operator acted on a property.');
    const event = { event: 'Bought', properties: { token: 'shop' } };
    await engage([event, { ...event, event: '' }], '/track');
    await visit(`#/requests/${await latest()}`);
    await see('At least one record failed and changed nothing; the others were kept.');
});

test('a request without a payload, and who may have sent it', async () => {
    await fetch(`${url}/engage?data=!!!`, { headers: { 'User-Agent': 'curl/8' } });
    await visit(`#/requests/${await latest()}`);
    await see('No payload could be read.');
    await see('(guessed from the request)');
    await fetch(`${url}/engage?data=!!!`, { headers: { 'User-Agent': 'somebody' } });
    await visit(`#/requests/${await latest()}`);
    await see('an unknown program');
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

test('the controls of a filter follow the back button', async () => {
    await engage([update('u1', { $set: { a: 1 } })]);
    await visit('#/requests');
    await page.getByLabel('Verdict').selectOption('applied');
    await page.waitForURL(/verdict=applied/, WAIT);
    for (const typed of ['u', 'u1']) {
        await page.getByLabel('Text').fill(typed);
        await page.waitForURL(new RegExp(`text=${typed}$`), WAIT);
    }
    assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('input[type=search]').value === '', null, WAIT);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('select').value === '', null, WAIT);
    await page.goForward();
    await page.waitForFunction(() => document.querySelector('select').value === 'applied', null, WAIT);
    await visit('#/profiles/shop');
    for (const typed of ['properties["a"] == 3', 'properties["a"] == 2']) {
        await page.getByLabel('Where').fill(typed);
        await page.waitForURL((url) => decodeURIComponent(url.hash).endsWith(typed.slice(-1)), WAIT);
    }
    await see('No profile matches.');
    await page.goBack();
    await page.waitForFunction(() => [...document.querySelectorAll('input')].every((its) => its.value === ''), null,
        WAIT);
    await page.locator('.count', { hasText: /^1 profile$/ }).waitFor(WAIT);
    await page.locator('#standing a', { hasText: /^1 profile$/ }).waitFor(WAIT);
});

test('a request that is not there is told, and shown when it comes', async () => {
    const number = await latest() + 1;
    await visit(`#/requests/${number}`);
    await see(`There is no request #${number}.`);
    await engage([update('u1', { $set: { a: 1 } })]);
    await page.locator('.detail', { hasText: 'set-applied' }).waitFor(WAIT);
    assert.equal(await page.title(), `#${number} · Requests · Inspector`);
    await visit('#/requests/first');
    await see('There is no request #first.');
});

test('a payload is shown in the digits that came, and a text that reads as a number in quotes', async () => {
    await fetch(`${url}/engage`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: '{"$token":"shop","$distinct_id":"u1","$set":{"far":1e400,"whole":1.0,"age":"42"}}',
    });
    await visit(`#/requests/${await latest()}`);
    const payload = page.getByRole('region', { name: 'Decoded payload' });
    await payload.waitFor(WAIT);
    assert.match(await payload.innerText(), /"far": 1e400, "whole": 1\.0, "age": "42"/);
    await engage([update('u1', { $set: { age: '42', seats: 42, plan: 'pro' } })]);
    await visit('#/profiles/shop/u1');
    const value = (name) => page.locator('.properties tr', { hasText: name }).locator('.value').innerText();
    assert.deepEqual([await value('age'), await value('seats'), await value('plan')], ['"42"', '42', 'pro']);
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

test('the property without a name has a past of its own', async () => {
    await engage([update('u1', { $set: { '': 1, plan: 'pro' } })]);
    await engage([update('u1', { $set: { plan: 'free' } })]);
    await visit('#/profiles/shop/u1');
    await page.locator('.properties th a', { hasText: /^empty$/ }).click();
    await page.getByText('Only those of').waitFor(WAIT);
    assert.equal(await page.locator('.timeline > li').count(), 1);
});

test('a long text is not cut within a character', async () => {
    const end = '\u{1F600}'.repeat(300);
    await engage([update('odd', { $set: { text: `x${end}` } }), update('even', { $set: { text: end } })]);
    for (const id of ['odd', 'even']) {
        await visit(`#/profiles/shop/${id}`);
        await page.locator('.properties tr', { hasText: /… all 60[01] characters/ }).waitFor(WAIT);
        assert.ok(!(await page.locator('.properties').textContent()).includes('U+'));
    }
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
    await see('Worked out from what there was after the last reset');
    await admin('POST', '/forks', { name: 'half way' });
    await engage([update('u1', { $set: { plan: 'team again' } })]);
    await engage([update('u1', { $set: { plan: 'team' } })]);
    await visit(`#/profiles/shop/u1?at=${first + 4}`);
    await page.locator('.past').getByText('Worked out from the fork').waitFor(WAIT);
    await page.locator('.past').getByRole('link', { name: 'half way' }).waitFor(WAIT);
    await visit(`#/profiles/shop/u1?at=${first + 1}`);
    await shown('free');
    await page.getByLabel('As it was after request').fill(String(first + 2));
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await shown('pro');
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await shown('team');
    assert.equal(await page.getByText('From then to now').count(), 0);
});

test('a moment before those that can be chosen is told by its request', async () => {
    const first = await latest() + 1;
    for (let batch = 0; batch < 11; batch++) {
        await Promise.all(Array.from({ length: 100 }, () => engage([update('u1', { $add: { n: 1 } })])));
    }
    await visit(`#/profiles/shop/u1?at=${first + 4}`);
    await page.locator('.past', { hasText: `as it was after request #${first + 4}.` }).waitFor(WAIT);
    await page.locator('.properties tr', { hasText: /^n\s*5/ }).waitFor(WAIT);
    await visit(`#/profiles/shop/u1?at=${first - 1}`);
    await page.locator('.past', { hasText: 'as it was before its first request in the journal.' }).waitFor(WAIT);
});

test('profiles are found by id and by what is true of them; groups and aliases are shown', async () => {
    await engage([update('ann', { $set: { plan: 'pro' } }), update('bob', { $set: { plan: 'free' } })]);
    await engage([{ $token: 'shop', $group_key: 'company', $group_id: 'acme', $set: { size: 3 } }], '/groups');
    const alias = { token: 'shop', distinct_id: 'ann', alias: 'annie' };
    await engage([{ event: '$create_alias', properties: alias }], '/track');
    await visit('#/profiles/shop');
    await page.locator('.count', { hasText: /^3 profiles$/ }).waitFor(WAIT);
    await page.getByText('Examples', { exact: true }).waitFor(WAIT);
    await page.getByPlaceholder('contains', { exact: true }).waitFor(WAIT);
    await page.getByLabel('Where').fill('properties["plan"] == "pro"');
    await see('1 profile of 3');
    await page.getByLabel('Where').fill('properties[');
    await page.locator('.failure').waitFor(WAIT);
    await see('A property is written');
    await visit('#/profiles/shop/company/acme');
    await page.locator('.detail', { hasText: 'size' }).waitFor(WAIT);
    await visit('#/profiles/shop/annie');
    await see('is an alias of');
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
