-- Counts of attempts and budgets are one row each and are raised by one statement. They live an hour; those under way begin anew.
delete from auth.verification where starts_with(identifier, 'throttle:') or starts_with(identifier, 'budget:');
create unique index verification_counted on auth.verification (identifier)
  where starts_with(identifier, 'throttle:') or starts_with(identifier, 'budget:');
