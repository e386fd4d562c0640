import { aSnapshot } from '../builders.ts';
import { callingSnapshot, declareConsumers } from './calling.ts';
import { plans, snapshot } from './kept-plans.ts';
import { readRendered, renderSnapshot, type ReadSite } from './read-site.ts';
import type { RenderedSite } from './render-site.ts';

const { milestones, issues, candidates } = snapshot.rows;
const both = aSnapshot({ rows: { ...callingSnapshot.rows, milestones, issues, candidates } });

/** One site for what is planned and for what is called: they are on different pages. */
export function renderPlanAndCalls(): Promise<RenderedSite> {
	return renderSnapshot(both, {}, plans, declareConsumers);
}

let read: Promise<ReadSite> | undefined;

/** Its pages are shared by the files of a worker. */
export function readPlanAndCalls(): Promise<ReadSite> {
	return (read ??= renderPlanAndCalls().then(readRendered));
}
