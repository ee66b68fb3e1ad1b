using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Web.Data;

/// <summary>Keeps the framework's data-protection keys in the database, so that every instance reads every cookie.</summary>
internal sealed class KeyRing(NpgsqlDataSource source, MasterKey master) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = source.OpenConnection();
        using var command = new NpgsqlCommand("select xml from app.data_protection_keys order by name", connection);
        using var reader = command.ExecuteReader();
        List<XElement> keys = [];
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = source.OpenConnection();
        using var command = new NpgsqlCommand("select app.keep_data_protection_key($1, $2)", connection)
        {
            Parameters = { new() { Value = friendlyName }, new() { Value = element.ToString(SaveOptions.DisableFormatting) } },
        };
        command.ExecuteNonQuery();
    }

    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = new KeyWrap(master);
    }
}

/// <summary>Wraps a key under the master key, in Base64.</summary>
internal sealed class KeyWrap(MasterKey master) : IXmlEncryptor, IXmlDecryptor
{
    private readonly SecretWrap wrap = new(master, "data protection key ring");

    /// <summary>The framework makes the decryptor itself and hands over its services.</summary>
    public KeyWrap(IServiceProvider services) : this(services.GetRequiredService<MasterKey>())
    {
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("wrapped", Convert.ToBase64String(wrap.Close(plaintextElement.ToString(SaveOptions.DisableFormatting)))), typeof(KeyWrap));

    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(wrap.Open(Convert.FromBase64String(encryptedElement.Value)));
}
