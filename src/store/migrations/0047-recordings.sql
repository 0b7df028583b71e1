-- The recording of an online reception lies in the file of its matter (Điều 24 Nghị định 154/2026/NĐ-CP). It is long: it is read
-- as a stream by a door of its own.
alter table matter_file add column for_act text;
comment on column matter_file.for_act is 'The act that asked for the file: store-recording. Null: a paper of the file.';

-- The voice of whoever denounces belongs in the vault (settled 5): never beside the papers of a denunciation.
create policy no_voice_of_a_denouncer on matter_file as restrictive for insert to minhxet_app
  with check (for_act is null or exists (select from matter m where m.id = matter_id and not m.restricted));
grant update (seq) on matter_file to minhxet_app;
