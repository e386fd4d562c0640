import type { DeclaredTool } from '#model/checks.ts';
import type { ProjectFacts, ToolPin } from '#model/project.ts';
import { parseVersion } from '#model/version.ts';
import { compareVersions } from '#core/base/versions.ts';

/** The places whose version counts, in the order of the facts. */
export function findDecidingPins(
	{ toolPins }: Pick<ProjectFacts, 'toolPins'>,
	tool: Pick<DeclaredTool, 'id' | 'pins'>,
): ToolPin[] {
	const pins = toolPins.filter((pin) => pin.tool === tool.id);
	return tool.pins.goDirective ? withoutReplacedGo(pins) : pins;
}

/** In go.mod, the line `toolchain` counts instead of the line `go`: Go uses the newer one. */
function withoutReplacedGo(pins: readonly ToolPin[]): ToolPin[] {
	return pins.filter(
		(pin) =>
			!/(^|\/)go\.mod$/.test(pin.file) ||
			!pins.some((other) => other.file === pin.file && isNewer(other, pin)),
	);
}

/** Newer, or the same and more exact. */
function isNewer(pin: ToolPin, other: ToolPin): boolean {
	const [a, b] = [parseVersion(pin.version), parseVersion(other.version)];
	if (a === undefined || b === undefined) return false;
	return (
		compareVersions(a, b) > 0 || (compareVersions(a, b) === 0 && a.parts.length > b.parts.length)
	);
}

/** Whether some of them say another version than others: `1.26` and `1.26.5` are the same. */
export function differInVersion(pins: readonly ToolPin[]): boolean {
	const versions = [...new Set(pins.map(({ version }) => version))];
	return versions.some((a, index) =>
		versions.slice(index + 1).some((b) => {
			const [versionA, versionB] = [parseVersion(a), parseVersion(b)];
			return versionA && versionB ? compareVersions(versionA, versionB) !== 0 : true;
		}),
	);
}
