-- The account at a provider of single sign-on that opens an officer's account here. Made by the officer, never by itself.

create table auth.single_sign_on (
  user_id uuid primary key references auth."user" on delete cascade,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);
comment on table auth.single_sign_on is 'Whom a provider (issuer) means by its name for a person (subject). No address, no name.';

grant select, insert, delete on auth.single_sign_on to minhxet_auth;
