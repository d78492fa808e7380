-- A token that was minted through another token was in the hands of both who minted them, and neither of them
-- may approve edits of theirs through it.

ALTER TABLE api_token ADD COLUMN minters text[] NOT NULL DEFAULT '{}';
UPDATE api_token SET minters = ARRAY[minted_by];
ALTER TABLE api_token ALTER COLUMN minters DROP DEFAULT;

ALTER TABLE review ADD COLUMN token_minters text[] NOT NULL DEFAULT '{}';
UPDATE review SET token_minters = ARRAY[token_minted_by] WHERE token_minted_by IS NOT NULL;
ALTER TABLE review DROP COLUMN token_minted_by;
