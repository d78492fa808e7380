-- The change request of the same plan that one takes back. Of those before this migration only the audit chain knows.
ALTER TABLE change_request ADD COLUMN reverts integer;
ALTER TABLE change_request ADD CONSTRAINT change_request_reverts_fkey
  FOREIGN KEY (plan_id, reverts) REFERENCES change_request (plan_id, number);
