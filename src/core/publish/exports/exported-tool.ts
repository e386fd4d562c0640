import { alignTool, type Aligned } from '#core/inventory/alignment.ts';
import type { LookedFor } from '#core/inventory/file-rules.ts';
import type { DeclaredTool } from '#model/checks.ts';
import type { ExportedTool } from '#model/exported-checks.ts';

/** @param filesFor What was looked for in files when the projects were pulled. */
export function toExportedTool(
	aligned: Aligned,
	tool: DeclaredTool,
	filesFor: LookedFor,
): ExportedTool {
	const { state, pins } = alignTool(aligned, tool, filesFor);
	return {
		id: tool.id,
		name: tool.name,
		agreed: tool.agreed ?? null,
		state,
		versions:
			state === 'unknown' ? null : pins.map(({ version, file, line }) => ({ version, file, line })),
	};
}
