import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { KindName } from './kinds.ts';
import type { SpecialState, ToolState } from './states.ts';

/** A project of the sample, before anything of it is invented. */
export interface ProjectDraft {
	registry: Registry;
	today: IsoDate;
	/** As it is declared: it is elsewhere when it has moved. */
	path: string;
	name: string;
	kind: KindName;
	state: SpecialState | undefined;
	tooling: ToolState | undefined;
	/** Its number among the projects of the registry, from which it takes turns with them. */
	turn: number;
	releaseOverdueAfterDays?: number | undefined;
}
