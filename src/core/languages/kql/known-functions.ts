/** Functions that give the rows of their argument, or of the table that it names. */
export const WRAPPERS: ReadonlySet<string> = new Set([
	"materialize",
	"view",
	"toscalar",
	"hint.materialized",
]);

/** Functions that give the table whose name is their argument. */
export const TABLES: ReadonlySet<string> = new Set([
	"table",
	"external_table",
	"materialized_view",
]);

/** Functions of Microsoft's that no query defines; tables that the parsers of ASIM fill have names that end in `Logs`. */
export const GIVEN =
	/^(?:_Im_|_ASim_|v?im[A-Z]|ASim(?!\w*Logs$)|_GetWatchlist|FileProfile$|DeviceFromIP$|SeenBy$|AssignedIPAddresses$)/;

/** Columns that FileProfile() adds. Source: Microsoft Defender XDR, "Enrich your advanced hunting experience using FileProfile()". */
export const PROFILE: readonly string[] = (
	"GlobalPrevalence GlobalFirstSeen GlobalLastSeen Signer Issuer SignerHash IsCertificateValid IsRootSignerMicrosoft " +
	"SignatureState IsExecutable ThreatName Publisher SoftwareName ProfileAvailability"
).split(" ");
