import { expect, test } from 'vitest';
import { findCallFindings } from '#core/findings/call-findings.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import type { ConsumerEvidence } from '#model/evidence.ts';
import {
	aDeclaredConsumer,
	aProject,
	aReading,
	aRegistry,
	aSnapshot,
	aUse,
	evidenceOf,
} from '../../../builders.ts';

function find(
	evidence: readonly ConsumerEvidence[],
	answers = evidence.map(({ path }) => aProject({ path })),
) {
	const registry = aRegistry({
		consumers: evidence.map(({ path }) => aDeclaredConsumer({ path })),
	});
	const snapshot = aSnapshot({ rows: { consumers: answers, evidence: [...evidence] } });
	return findCallFindings(findConsumers(registry, snapshot, []));
}

test('a consumer whose calls are all endpoints is none', () => {
	expect(find([evidenceOf()])).toEqual([]);
});

test('an unmapped call, told once with its first place', () => {
	const uses = [
		aUse({ name: 'Cars.New', file: 'b.go', line: 4 }),
		aUse({ name: 'Cars.New', file: 'a.go', line: 7 }),
		aUse(),
	];
	expect(find([evidenceOf({ reading: aReading({ uses }) })])).toMatchObject([
		{ rule: 'call-unmapped', level: 'unknown', call: 'Cars.New', at: 'a.go:7', count: 2 },
	]);
});

test('a consumer that calls nothing, but only when all was read', () => {
	expect(find([evidenceOf({ reading: aReading({ uses: [] }) })])).toMatchObject([
		{ rule: 'consumer-calls-nothing', level: 'notice', files: 40 },
	]);
	const partial = aReading({ uses: [], partial: 'It was cut.' });
	expect(find([evidenceOf({ reading: partial })])).toMatchObject([
		{ rule: 'consumer-not-read', level: 'unknown', extent: 'part', why: 'It was cut.' },
	]);
});

test('a source that was not read; of one that nobody sees the checks say so', () => {
	const unread = evidenceOf({ reading: null, trouble: 'GitLab answered 503.' });
	expect(find([unread])).toMatchObject([
		{ rule: 'consumer-not-read', level: 'unknown', extent: 'nothing', why: 'GitLab answered 503.' },
	]);
	expect(find([unread], [aProject({ path: unread.path, answer: 'missing-or-private' })])).toEqual(
		[],
	);
});

test('a source of which an earlier commit was read', () => {
	const trouble = 'The archive could not be read.';
	expect(find([evidenceOf({ trouble })])).toMatchObject([
		{ rule: 'consumer-not-read', level: 'unknown', extent: 'older', why: trouble },
	]);
});

test('a deprecated endpoint, once with all who call it', () => {
	const reading = aReading({ uses: [aUse({ name: 'Cars.CrankCar' })] });
	const paths = ['example/a', 'example/b'];
	expect(find(paths.map((path) => evidenceOf({ path, reading })))).toMatchObject([
		{
			rule: 'deprecated-endpoint-called',
			level: 'notice',
			id: 'crank-car',
			endpoint: 'POST /cars/:id/crank',
			removal: '20.0',
			replacement: 'get-car',
			projects: paths,
		},
	]);
});
