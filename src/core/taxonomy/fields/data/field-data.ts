import { CLOUD_FIELDS } from "./cloud-fields";
import { CONTAINER_FIELDS } from "./container-fields";
import { EMAIL_FIELDS } from "./email-fields";
import { EVENT_FIELDS } from "./event-fields";
import { FILE_FIELDS } from "./file-fields";
import { HOST_FIELDS } from "./host-fields";
import { IDENTITY_FIELDS } from "./identity-fields";
import { NETWORK_FIELDS } from "./network-fields";
import { PROCESS_FIELDS } from "./process-fields";
import { SECURITY_FIELDS } from "./security-fields";
import { SENSOR_FIELDS } from "./sensor-fields";
import { WINDOWS_FIELDS } from "./windows-fields";

/** Our tables of fields, each as `readFieldRows` reads it. Of two rows with one spelling, the earlier table's wins. */
export const FIELD_DATA: readonly string[] = [
	PROCESS_FIELDS,
	FILE_FIELDS,
	NETWORK_FIELDS,
	HOST_FIELDS,
	IDENTITY_FIELDS,
	EVENT_FIELDS,
	WINDOWS_FIELDS,
	CLOUD_FIELDS,
	CONTAINER_FIELDS,
	EMAIL_FIELDS,
	SECURITY_FIELDS,
	SENSOR_FIELDS,
];
