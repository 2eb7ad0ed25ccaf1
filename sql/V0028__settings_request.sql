-- The request of the server that the install plan was given to: the same one may ask again when the
-- answer was lost on its way.
ALTER TABLE transfer ADD COLUMN settings_request VARCHAR(32) NULL;
