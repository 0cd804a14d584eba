// Sends a little of everything, as several SDKs would send it, to have something to look at.

const AGENTS = {
    python: ['', 'python-requests/2.32.3'], go: ['', 'Go-http-client/1.1'], java: ['?ip=0', 'Java/17.0.15'],
    android: ['/?ip=1', 'Dalvik/2.1.0 (Linux; U; Android 14)'],
};

/** @param {string} url of a double */
export async function traffic(url) {
    const send = async (sdk, path, records) => {
        const [ending, agent] = AGENTS[sdk];
        const response = await fetch(url + path + ending, {
            method: 'POST', headers: { 'Content-Type': 'application/json', 'User-Agent': agent },
            body: JSON.stringify(records),
        });
        await response.text();
    };
    const user = (id, operations) => ({ $token: 'shop', $distinct_id: id, ...operations });
    await send('python', '/engage', [
        user('ann', { $set: { $name: 'Ann Example', plan: 'free', seats: 3, beta: true } }),
        user('bob', { $set: { $name: 'Bob Example', plan: 'pro', seats: 12 } }),
        user('carla', { $set_once: { first_seen_on: 'web' }, $add: { visits: 1 } }),
    ]);
    await send('java', '/engage', [
        user('ann', { $add: { credits: 25, visits: 1 }, $union: { tags: ['vip', 'beta'] } }),
    ]);
    await send('go', '/track', [
        { event: '$create_alias', properties: { token: 'shop', distinct_id: 'ann', alias: 'ann@example.com' } },
        { event: 'Order placed', properties: { token: 'shop', distinct_id: 'ann', total: 19.9 } },
    ]);
    await send('android', '/engage', [
        user('ann', { $set: { plan: 'pro' }, $add: { visits: 1, $name: 1 }, $set_once: { seats: 1 } }),
        { $distinct_id: 'bob', $set: { plan: 'team' } },
        user('bob', { $append: { plan: 'x' } }),
    ]);
    await send('python', '/groups', [{
        $token: 'shop', $group_key: 'company', $group_id: 'acme',
        $set: { $name: 'Acme', employees: 120, regions: ['EU', 'US'] },
    }]);
    await send('go', '/engage', [user('ann', { $merge: { address: { city: 'Köln', zip: '50667' } } }),
        user('ann', { $append: { orders: { id: 17, total: 19.9 } } })]);
    await send('java', '/engage', [user('carla', { $unset: ['never_there'] })]);
    await fetch(`${url}/engage?data=!!!`);
}
