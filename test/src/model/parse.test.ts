import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseOrExplain } from '#model/parse.ts';

const Car = z.strictObject({
	name: z.string(),
	seats: z.number().min(1).optional(),
	price: z.number().positive().optional(),
	note: z.string().min(1).optional(),
	wheels: z.array(z.string()).optional(),
	engine: z.strictObject({ on: z.boolean() }).optional(),
});

function explain(value: unknown, quotes = true): string[] {
	try {
		parseOrExplain(Car, value, { source: 'cars.yaml', hint: 'Correct it.', quotes });
		return [];
	} catch (error) {
		return String(error).split('\n').slice(1, -1);
	}
}

describe('a mistake is told in the words of those who write the file', () => {
	test.each([
		[{}, 'Missing: expected text', 'name'],
		[{ name: 1.1 }, 'Expected text, found the number 1.1. Put it in quotes', 'name'],
		[{ name: true }, 'Expected text, found true. Put it in quotes', 'name'],
		[{ name: null }, 'Expected text, found nothing. Put a text with # in quotes', 'name'],
		[{ name: ['a'] }, 'Expected text, found a list', 'name'],
		[
			{ name: 'a', seats: '4' },
			'Expected a number, found the text "4". Write it without quotes',
			'seats',
		],
		[{ name: 'a', seats: 'four' }, 'Expected a number, found the text "four"', 'seats'],
		[{ name: 'a', seats: 0 }, 'Expected a number of at least 1, found 0', 'seats'],
		[{ name: 'a', price: 0 }, 'Expected a number above 0, found 0', 'price'],
		[{ name: 'a', note: '' }, "Expected text that isn't empty", 'note'],
		[{ name: 'a', wheels: 'one' }, 'Expected a list, found the text "one"', 'wheels'],
		[{ name: 'a', engine: [] }, 'Expected keys with values, found a list', 'engine'],
		[
			{ name: 'a', engine: { on: 'no' } },
			'Expected true or false, found the text "no"',
			'engine.on',
		],
	])('%j: %s', (value, said, where) => {
		expect(explain(value)).toEqual([`✖ ${said}`, `  → at ${where}`]);
	});

	test('what nobody writes by hand comes without advice on quotes', () => {
		expect(explain({ name: null }, false)[0]).toBe('✖ Expected text, found nothing');
		expect(explain({ name: 1 }, false)[0]).toBe('✖ Expected text, found the number 1');
	});

	test('a key that is misspelt is told once, and is not missing, too', () => {
		expect(explain({ nme: 'a' })).toEqual([
			'✖ Unrecognized key: "nme": did you mean "name"?',
			'  → at the top level',
		]);
		expect(explain({ colour: 'a' })).toHaveLength(4);
	});
});
