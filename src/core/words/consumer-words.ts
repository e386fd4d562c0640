import type { ClientAge, ClientState } from '#core/consumers/client-state.ts';
import type { Since } from '#core/base/kept-day.ts';
import {
	countPlaces,
	isOpen,
	type CallPlace,
	type Consumer,
	type ConsumerState,
	type EndpointCall,
} from '#core/consumers/consumer.ts';
import { lacksMethod } from '#core/consumers/endpoints/api-uses.ts';
import { findWays } from '#core/consumers/impact.ts';
import { describeBehind } from '#core/base/versions.ts';
import type { EndpointStatus } from '#model/api.ts';
import type { SkippedFiles, SourceReading } from '#model/evidence.ts';
import { formatCount, formatDay } from './formats.ts';
import type { Tone, Wording } from './tone.ts';

export const consumerStates: Record<ConsumerState, Wording & { meaning: string }> = {
	seen: { word: 'Calls found', tone: 'good', meaning: 'We read all of its source.' },
	'not-seen': {
		word: 'Declared, no call found',
		tone: 'warn',
		meaning: 'We read all of its source and found nothing that calls the API.',
	},
	partial: {
		word: 'Read in part',
		tone: 'warn',
		meaning: 'We could only read part of its source: calls may be missing.',
	},
	unknown: {
		word: 'Not known',
		tone: 'quiet',
		meaning:
			"We couldn't read its source, so we don't know what it calls. That isn't the same as nothing.",
	},
};

export const endpointStatuses: Record<EndpointStatus, Wording> = {
	active: { word: 'Active', tone: 'good' },
	experimental: { word: 'Experimental', tone: 'quiet' },
	deprecated: { word: 'Deprecated', tone: 'warn' },
};

const ways: Record<CallPlace['kind'], string> = {
	method: 'by a client library',
	path: 'by its path',
	graphql: 'by GraphQL',
};

type Counted = Pick<EndpointCall, 'places' | 'more' | 'methodUnknown'>;

/** `at 3 places`, `at 3 places, at 2 of them the method is not known` */
export function describeCount(call: Counted): string {
	const count = `at ${formatCount(countPlaces(call), 'place')}`;
	if (call.methodUnknown === 0) return count;
	if (isOpen(call)) return `${count}, method not known`;
	return `${count}, at ${String(call.methodUnknown)} of them the method is not known`;
}

/** `At 2 places, by a client library and by GraphQL.` */
export function describeWays(call: Counted): string {
	const kinds = findWays(call);
	const how = kinds.map((kind) => ways[kind]).join(' and ');
	const isGraphqlAlone = kinds.every((kind) => kind === 'graphql');
	return (
		`At ${formatCount(countPlaces(call), 'place')}, ${how}.` +
		describeOpen(call) +
		(isGraphqlAlone ? " A change to REST alone doesn't break it." : '')
	);
}

function describeOpen(call: Counted): string {
	if (call.methodUnknown === 0) return '';
	const where = isOpen(call) ? '' : ` at ${formatCount(call.methodUnknown, 'place')}`;
	return ` We don't know the method${where}, so it may be another endpoint of that path.`;
}

/** `client-go v2.4.0`, and how far behind it is. */
export function describeClient({ used, library, age, latest, asOf }: ClientState) {
	const retired = library?.retired === true ? '; no longer developed' : '';
	const kept = asOf === null ? '' : `, as of ${formatDay(asOf)}`;
	return {
		name: `${library?.name ?? used.client} ${used.version}`,
		state: describeClientAge(age, latest).word + kept + retired,
	};
}

/** `Called since 9 November 2026.` `undefined`: nothing that was kept says. */
export function describeCalledSince(since: Since | undefined): string {
	if (since === undefined) return "We don't know yet since when.";
	return since.isAtLeast
		? `Called since at least ${formatDay(since.day)}; we have no data from before.`
		: `Called since ${formatDay(since.day)}.`;
}

/** How old a client library is, compared with the newest version, in a few words. */
export function describeClientAge(age: ClientAge, latest: string | null): Wording {
	switch (age.state) {
		case 'newest':
			return { word: `Newest: ${latest ?? ''}`, tone: 'good' };
		case 'ahead':
			return { word: `Ahead of the newest, ${latest ?? ''}`, tone: 'quiet' };
		case 'behind': {
			const tone: Tone = age.behind.part === 'major' ? 'warn' : 'quiet';
			return { word: `${describeBehind(age.behind)} ${latest ?? 'the newest'}`, tone };
		}
		case 'unknown':
			return { word: 'Age not known', tone: 'quiet' };
	}
}

/** What else has to be known of a client library, as sentences. */
export function describeClientNotes({ library, isReplaced, age }: ClientState): string[] {
	return [
		...(library?.retired === true ? [`${library.name} is no longer developed.`] : []),
		...(isReplaced && library ? [`It replaces ${library.name}.`] : []),
		...(age.state === 'unknown' ? [age.why] : []),
	];
}

type OtherUnmapped = Partial<Pick<Consumer, 'otherUnmapped'>>;

/** `2 endpoints, and 1 call to no known endpoint` */
export function describeCalls(
	consumer: Pick<Consumer, 'calls' | 'unmapped' | 'state'> & OtherUnmapped,
): string {
	const { calls, unmapped, otherUnmapped = 0, state } = consumer;
	if (state === 'unknown') return 'Not known';
	const unknown = unmapped.length + otherUnmapped;
	if (calls.length === 0 && unknown === 0) {
		return state === 'partial' ? 'None found in the part we read' : 'None found';
	}
	const open = calls.filter(isOpen).length;
	const parts = [
		...(open < calls.length || open === 0 ? [formatCount(calls.length - open, 'endpoint')] : []),
		...(open === 0 ? [] : [`maybe ${formatCount(open, 'endpoint')} (method not known)`]),
	].join(', ');
	return unknown === 0
		? parts
		: `${parts}, and ${formatCount(unknown, 'call')} to no known endpoint`;
}

const skippedWords: Record<keyof SkippedFiles, string> = {
	tests: 'test',
	mocks: 'mock',
	vendored: 'vendored copy',
	generated: 'generated or minified',
};

/** `test files: 12, mock files: 1` `null`: none was left out. */
export function describeSkipped(skipped: SkippedFiles): string | null {
	const kinds = (['tests', 'mocks', 'vendored', 'generated'] as const).filter(
		(kind) => skipped[kind] > 0,
	);
	if (kinds.length === 0) return null;
	return kinds.map((kind) => `${skippedWords[kind]} files: ${String(skipped[kind])}`).join(', ');
}

export const readingWays: Record<SourceReading['way'], string> = {
	archive: 'all files at once',
	files: 'only files whose path suggests a call',
};

/** `Cars.ListCars`, and what else tells this place from others. */
export function describePlaceOfCall(place: CallPlace): string {
	const { kind, name, client, condition, candidates } = place;
	const isMethodUnknown = lacksMethod({ kind }, candidates);
	const by = kind === 'method' && client !== null ? `${name} of ${client}` : name;
	return [
		by,
		...(condition === null ? [] : [`only where ${condition} is built`]),
		...(isMethodUnknown ? ['method not known'] : []),
		...(candidates > 1 ? [`one of ${String(candidates)} endpoints`] : []),
	].join('; ');
}

/** Why a consumer may call more than is known. Empty: it does not. */
export function describeUnsure(
	consumer: Pick<Consumer, 'state' | 'why' | 'trouble' | 'unmapped'> & OtherUnmapped,
): string {
	const { state, why, trouble, unmapped, otherUnmapped = 0 } = consumer;
	const unknown = unmapped.length + otherUnmapped;
	const reasons = [
		...(state === 'partial' ? ['We could only read part of its source.'] : []),
		...(why === null ? [] : [why]),
		...(trouble === null || why !== null ? [] : [`We couldn't read its newest commit. ${trouble}`]),
		...(unknown > 0 ? [`It has ${formatCount(unknown, 'call')} to no known endpoint.`] : []),
	];
	return reasons.join(' ');
}
