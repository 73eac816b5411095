/** No id reaches a path that it should not. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { baseAddress, resourceAddress } from '../../../../functions/core/channels/kit/address.ts';

const shop = new URL('https://shop.example/api/v2/');

it.each([
  ['https://shop.example', 'https://shop.example/orders/1042?buyer=b-1'],
  ['https://shop.example/api', 'https://shop.example/api/orders/1042?buyer=b-1'],
  ['https://shop.example/api/', 'https://shop.example/api/orders/1042?buyer=b-1'],
  ['https://shop.example/api?shop=7', 'https://shop.example/api/orders/1042?shop=7&buyer=b-1'],
])('keeps the path and query of %s', (base, whole) => {
  expect(resourceAddress(new URL(base), ['orders', '1042'], { buyer: 'b-1' })?.href).toBe(whole);
});

it.each(['..', '.', '', '\ud83d'])('asks for nothing under the id %j, which no path can name', (id) => {
  expect(resourceAddress(shop, ['orders', id])).toBeNull();
});

it('keeps every other id in its own segment, and a query’s value in the query', () => {
  const id = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('../x', '..%2f', '%2e%2e', '/', '\\', 'a/../../b', '?x', '#1042', 'ção', ' ', '..\\'),
  );
  const staysInside = fc.property(id, fc.string(), (order, buyer) => {
    const url = resourceAddress(shop, ['orders', order, 'cancel'], { buyer });
    if (url === null) return order === '.' || order === '..' || !order.isWellFormed();
    const [, ...segments] = url.pathname.split('/').map(decodeURIComponent);
    expect(segments).toEqual(['api', 'v2', 'orders', order, 'cancel']);
    return (
      url.origin === shop.origin && url.hash === '' && url.searchParams.get('buyer') === buyer.toWellFormed()
    );
  });
  expect(fc.check(staysInside, { seed: 20_261_120, numRuns: 1000 })).toMatchObject({ counterexample: null });
});

it.each([
  '',
  'shop.example',
  'ftp://shop.example',
  'file:///etc/hosts',
  'https://user:word@shop.example',
  'https://',
])('takes %j for no address of a shop', (address) => {
  expect(baseAddress(address)).toBeNull();
});
