import type { DeclaredEndpoint } from '#model/api.ts';
import type { SourceReading, SourceUse } from '#model/evidence.ts';
import type { Project } from '#model/project.ts';
import type { Declared, DeclaredConsumer } from '#model/declared.ts';
import type { Since } from '#core/base/kept-day.ts';
import type { ClientState } from './client-state.ts';

/**
 * What a consumer's source says of the API.
 *
 * - `seen`: calls were found, and all of its source was read.
 * - `not-seen`: all of its source was read, and nothing in it calls the API.
 * - `partial`: not all of it was read, so that calls may be missing, with those that were found.
 * - `unknown`: nothing of it was read, or it may not be shown. It is not "calls nothing".
 */
export type ConsumerState = 'seen' | 'not-seen' | 'partial' | 'unknown';

/** A place in the source, with its address at the commit that was read. */
export interface CallPlace extends SourceUse {
	url: string;
	/** How many endpoints it may be: more than one, where the place does not tell which of them. */
	candidates: number;
}

export interface EndpointCall {
	endpoint: DeclaredEndpoint;
	/** Sorted by file and line. */
	places: readonly CallPlace[];
	/** How many more places there are, which are only counted. */
	more: number;
	/** At how many of all places the path is of several endpoints, and the method is not known. */
	methodUnknown: number;
	/** `undefined`: no day that was kept says. */
	since: Since | undefined;
}

/** At how many places, listed or only counted. */
export function countPlaces({
	places,
	more = 0,
}: Pick<EndpointCall, 'places'> & Partial<Pick<EndpointCall, 'more'>>): number {
	return places.length + more;
}

/** Whether no place tells that it is this endpoint: all have a path of several, without the method. */
export function isOpen(call: Pick<EndpointCall, 'places' | 'more' | 'methodUnknown'>): boolean {
	return call.methodUnknown === countPlaces(call);
}

/** What calls the API and is no endpoint of the registry. */
export interface UnmappedCall extends Pick<EndpointCall, 'places' | 'more'> {
	/** `Cars.NewMethod` */
	name: string;
	kind: SourceUse['kind'];
}

/** A consumer, and all that is known of its calls. */
export interface Consumer {
	declared: Declared<DeclaredConsumer>;
	/** `undefined`: the snapshot knows nothing of it. */
	project: Project | undefined;
	/** Its page on GitLab. */
	url: string;
	state: ConsumerState;
	/** Why the state is `unknown` or `partial`, as whole sentences. `null`: it is another. */
	why: string | null;
	/** What the rest is from. `null`: the state is `unknown`. */
	reading: SourceReading | null;
	/** Why the newest commit could not be read whole, as whole sentences. `null`: it was. */
	trouble: string | null;
	/** In the order of the registry. */
	calls: readonly EndpointCall[];
	/** Sorted by name. */
	unmapped: readonly UnmappedCall[];
	/** Places that call what is no endpoint either, by names that are only counted. */
	otherUnmapped: number;
	clients: readonly ClientState[];
}
