// A little of everything, to look at.

/** @param {string} url of a double */
export async function traffic(url) {
    const send = async (path, records) => {
        const response = await fetch(url + path, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(records),
        });
        await response.text();
    };
    const user = (id, operations) => ({ $token: 'shop', $distinct_id: id, ...operations });
    await send('/engage', [
        user('ann', { $set: { $name: 'Ann Example', plan: 'free', seats: 3, beta: true } }),
        user('bob', { $set: { $name: 'Bob Example', plan: 'pro', seats: 12 } }),
        user('carla', { $set_once: { first_seen_on: 'web' }, $add: { visits: 1 } }),
    ]);
    await send('/engage', [user('ann', { $add: { credits: 25, visits: 1 }, $union: { tags: ['vip', 'beta'] } })]);
    await send('/track', [
        { event: '$create_alias', properties: { token: 'shop', distinct_id: 'ann', alias: 'ann@example.com' } },
        { event: 'Order placed', properties: { token: 'shop', distinct_id: 'ann', total: 19.9 } },
    ]);
    await send('/engage?verbose=1', [
        user('ann', { $set: { plan: 'pro' }, $add: { plan: 1, visits: 1 }, $set_once: { plan: 'team' } }),
        { $distinct_id: 'bob', $set: { plan: 'team' } },
        user('bob', { $append: { plan: 'x' } }),
    ]);
    await send('/groups', [{
        $token: 'shop', $group_key: 'company', $group_id: 'acme', $set: { $name: 'Acme', employees: 120, regions: ['EU', 'US'] },
    }]);
    await send('/engage', [user('ann', { $merge: { address: { city: 'Köln', zip: '50667' } } }),
        user('ann', { $append: { orders: { id: 9007199254740993, total: 19.9 } } })]);
    await send('/engage', [user('carla', { $unset: ['never_there'] })]);
    await fetch(`${url}/engage?data=!!!`);
}
