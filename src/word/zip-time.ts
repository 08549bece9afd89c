/**
 * The time of every entry that is written: the first that zip knows. Zip times are local and without a zone,
 * and fflate asks the date for its local fields, so that the bytes are the same in every time zone.
 */
export const zipTime = () => new Date(1980, 0, 1);
