import { describe, expect, test } from 'vitest';
import { findPageEndpoints } from '#core/consumers/surface/page-endpoints.ts';

const file = 'doc/api/cars.md';
const find = (markdown: string) => findPageEndpoints(markdown, file, '(^|/)cars(/|$)');
const fence = '```';
const page = `---
stage: Cars
---

# Cars API

GET /cars/in/prose

## List the cars

${fence}plaintext
GET /cars
GET /cars?sort=asc
GET /garages/:id/cars
${fence}

${fence}shell
curl --request DELETE "https://cars.example.com/api/v4/cars/5"
${fence}

- In a list:

  ${fence}plaintext
  POST /cars/:id/crank
  ${fence}

> ~~~plaintext
> DELETE /cars/:id
> GET /carts
> ~~~

    PATCH /cars/:id

| \`GET /cars/in/a/table\` |
`;

describe('of a page of Markdown', () => {
	test('come the endpoints in its code blocks, with their lines, each once', () => {
		expect(find(page).map(({ method, path, line }) => `${String(line)} ${method} ${path}`)).toEqual(
			[
				'12 GET /cars',
				'14 GET /garages/:id/cars',
				'24 POST /cars/:id/crank',
				'28 DELETE /cars/:id',
				'32 PATCH /cars/:id',
			],
		);
	});

	test('with line ends of Windows come the same', () => {
		expect(find(page.replaceAll('\n', '\r\n'))).toEqual(find(page));
	});

	test('each says where it is from', () => {
		expect(find(page)[0]).toEqual({ source: 'page', method: 'GET', path: '/cars', file, line: 12 });
	});

	test.each([
		{ line: 'TRACE /cars', why: 'another method' },
		{ line: 'get /cars', why: 'a method in small letters' },
		{ line: 'GET cars', why: 'a path without a slash' },
		{ line: '$ GET /cars', why: 'a command' },
		{ line: 'GET /cars HTTP/1.1', why: 'a whole request' },
	])('comes nothing for $why', ({ line }) => {
		expect(find(`${fence}\n${line}\n${fence}\n`)).toEqual([]);
	});

	test('without code comes nothing', () => {
		expect(find('')).toEqual([]);
		expect(find('# Cars\n\nGET /cars\n')).toEqual([]);
	});
});
