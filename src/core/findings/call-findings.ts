import type { ProjectPath } from '#model/identifiers.ts';
import {
	countPlaces,
	isOpen,
	type Consumer,
	type ConsumerState,
} from '#core/consumers/consumer.ts';
import { wholeFile } from './finding-base.ts';
import type { Finding } from './finding.ts';
import { nameEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';

/** What the source of the consumers says against the registry. */
export interface CallFindings {
	/** A consumer is declared, and all of its source calls nothing of the API. */
	'consumer-calls-nothing': { project: ProjectPath; files: number };
	/** Which endpoint this is cannot be told. */
	'call-unmapped': {
		project: ProjectPath;
		/** `Cars.NewMethod` */
		call: string;
		/** `list.go:12`, from the root of the project; the first of so many. */
		at: string;
		count: number;
	};
	/** Its newest source was not read, or not whole. */
	'consumer-not-read': {
		project: ProjectPath;
		/** What was read instead: `older` is all of an earlier commit. */
		extent: 'nothing' | 'part' | 'older';
		why: string;
	};
	/** A deprecated endpoint is still called. */
	'deprecated-endpoint-called': {
		id: string;
		/** `POST /cars/:id/crank` */
		endpoint: string;
		/** The milestone in which it is to go. `null`: none is set. */
		removal: string | null;
		/** What to use instead. `null`: nobody has said. */
		replacement: string | null;
		/** In the order of the registry. */
		projects: readonly ProjectPath[];
	};
}

type FoundCall = Finding<keyof CallFindings>;

/**
 * What to know or to do about the calls of the consumers. A consumer that strangers do not see is no
 * finding here: the checks of the registry say so.
 *
 * @param consumers Of lists that are not missing.
 */
export function findCallFindings(consumers: readonly Consumer[]): FoundCall[] {
	return [...consumers.flatMap(findOfConsumer), ...findDeprecatedCalls(consumers)];
}

function findOfConsumer(consumer: Consumer): FoundCall[] {
	const { declared, state, why, trouble, reading, unmapped, project } = consumer;
	const about = { concerns: 'api', place: declared.place, project: declared.path } as const;
	const findings: FoundCall[] = unmapped.flatMap((one) => {
		const [first] = one.places;
		if (first === undefined) return [];
		const at = `${first.file}:${String(first.line)}`;
		const call = { call: one.name, key: one.name, at, count: countPlaces(one) };
		return [{ rule: 'call-unmapped', level: 'unknown', ...about, ...call }];
	});
	const isShown = project?.facts !== null;
	const reason = why ?? trouble;
	if (reason !== null && isShown) {
		const extent = extents[state];
		findings.push({ rule: 'consumer-not-read', level: 'unknown', ...about, extent, why: reason });
	}
	if (state === 'not-seen') {
		const files = reading?.files ?? 0;
		findings.push({ rule: 'consumer-calls-nothing', level: 'notice', ...about, files });
	}
	return findings;
}

const extents = {
	seen: 'older',
	'not-seen': 'older',
	partial: 'part',
	unknown: 'nothing',
} as const satisfies Record<ConsumerState, string>;

function findDeprecatedCalls(consumers: readonly Consumer[]): FoundCall[] {
	const calls = consumers.flatMap(({ declared, calls }) =>
		calls
			.filter((call) => call.endpoint.status === 'deprecated' && !isOpen(call))
			.map(({ endpoint }) => ({ endpoint, project: declared.path })),
	);
	const byEndpoint = Map.groupBy(calls, ({ endpoint }) => endpoint.id);
	return [...byEndpoint].flatMap(([id, callsOfOne]): FoundCall[] => {
		const endpoint = callsOfOne[0]?.endpoint;
		if (endpoint === undefined) return [];
		return [
			{
				rule: 'deprecated-endpoint-called',
				level: 'notice',
				concerns: 'api',
				place: wholeFile('api'),
				id,
				key: id,
				endpoint: nameEndpoint(endpoint),
				removal: endpoint.deprecation?.removal ?? null,
				replacement: endpoint.deprecation?.replacement ?? null,
				projects: callsOfOne.map(({ project }) => project),
			},
		];
	});
}
